using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;

namespace Bench;

/// <summary>The program with the invented city (published) and the huge one (its office), served by a process of its own.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly ScratchFolder folder;
    private readonly Process process;

    private ServedSite(ScratchFolder folder, Process process, string site, string bare, SignIn planner)
    {
        this.folder = folder;
        this.process = process;
        Citizen = new(site);
        Planner = new(site);
        Bare = new(bare);
        SignIn = planner;
    }

    public static string City => SampleSize.City.Code.Value;
    public static string Huge => SampleSize.Huge.Code.Value;
    public Visitor Citizen { get; }
    public Visitor Planner { get; }
    public Visitor Bare { get; }
    private SignIn SignIn { get; }

    public static async Task<ServedSite> Start()
    {
        var scratch = new ScratchFolder();
        Console.WriteLine("seeding the city and the huge municipality …");
        var catalogue = new Catalogue(scratch.Path, TimeProvider.System);
        await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.City).MakeAsync(default);
        var huge = await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.Huge).MakeAsync(default);
        await using (var db = catalogue.Open(SampleSize.City.Code))
            await new Publication(new(scratch.Path), new ReleaseWriter(scratch.Path, TimeProvider.System)).PublishAsync(db, new(SampleSize.City.Code, SampleSize.City.Name), null);
        var start = new ProcessStartInfo("dotnet", [typeof(ServedSite).Assembly.Location, ServedProcess.Word, scratch.Path]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        var serving = Process.Start(start)!;
        var addresses = await AddressesOf(serving);
        var site = new ServedSite(scratch, serving, addresses[0], addresses[1], huge.SignIns[0]);
        await site.Planner.SignIn($"/office/{Huge}", site.SignIn);
        return site;
    }

    private static async Task<string[]> AddressesOf(Process process)
    {
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The served process did not start.");
        while (!line.StartsWith(ServedProcess.Ready, StringComparison.Ordinal));
        // why: a pipe nobody reads would stop the process one day.
        _ = process.StandardOutput.ReadToEndAsync();
        return line[ServedProcess.Ready.Length..].Split(' ');
    }

    // why: the process is asked what it heard in all; the least of three is free of what ran beside the page.
    public async Task<int> QueriesOf(Visitor visitor, string path)
    {
        var counts = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            await visitor.Get(path);
            await Bare.Get("/queries/start");
            await visitor.Get(path);
            counts.Add(JsonSerializer.Deserialize<string[]>(await Bare.Text("/queries/stop"))!.Length);
        }

        return counts.Min();
    }

    public async Task<double> MemoryMiB() => long.Parse(await Bare.Text("/memory"), CultureInfo.InvariantCulture) / 1024d / 1024;

    public async Task<double> ProcessorMs() => double.Parse(await Bare.Text("/processor"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Citizen.Dispose();
        Planner.Dispose();
        Bare.Dispose();
        folder.Dispose();
    }
}
