using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;

namespace Bench;

/// <summary>The program with the invented city (published) and the huge one (its office), served by a process of its own.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly ScratchFolder folder;
    private readonly Served served;

    private ServedSite(ScratchFolder folder, Served served, SignIn planner, string comparison)
    {
        Comparison = comparison;
        this.folder = folder;
        this.served = served;
        Citizen = new(served.Site);
        Planner = new(served.Site);
        SignIn = planner;
    }

    public static string City => SampleSize.City.Code.Value;
    public static string Huge => SampleSize.Huge.Code.Value;
    public Visitor Citizen { get; }
    public Visitor Planner { get; }
    public Visitor Bare => served.Bare;
    private SignIn SignIn { get; }
    /// <summary>Where the huge municipality's plan is compared with a copy of it.</summary>
    public string Comparison { get; }

    public static async Task<ServedSite> Start()
    {
        var scratch = new ScratchFolder();
        Console.WriteLine("seeding the city and the huge municipality …");
        var catalogue = new Catalogue(scratch.Path, TimeProvider.System);
        await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.City).MakeAsync(default);
        var huge = await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.Huge).MakeAsync(default);
        await using (var db = catalogue.Open(SampleSize.City.Code))
            await new Publication(new(scratch.Path), new ReleaseWriter(scratch.Path, TimeProvider.System)).PublishAsync(db, new(SampleSize.City.Code, SampleSize.City.Name), null);
        var comparison = await Rewritten(catalogue);
        var site = new ServedSite(scratch, await Served.Start(scratch), huge.SignIns[0], comparison);
        await site.Planner.SignIn($"/office/{Huge}", site.SignIn);
        return site;
    }

    /// <summary>Copies the plan and changes every sixth item: titles, texts and places.</summary>
    private static async Task<string> Rewritten(Catalogue catalogue)
    {
        await using var db = catalogue.Open(SampleSize.Huge.Code);
        db.Change = new(null, "bench", null);
        var plan = await db.Plans.Include(p => p.Levels).FirstAsync();
        var edition = await db.Editions.SingleAsync(e => e.PlanId == plan.Id);
        var (copy, items) = edition.CopyAs("改訂(サンプル)", EditionKind.Amended, await db.PlanItems.AsNoTracking().ToListAsync());
        var tree = new PlanTree(copy, plan, items);
        foreach (var (item, i) in items.Where((_, i) => i % 6 == 0).Select((item, i) => (item, i)))
            if (i % 3 == 0)
                tree.Move(item, items.FirstOrDefault(p => p.Id == item.ParentId), 1);
            else
                item.Write(item.Code, $"{item.Title}の見直し", item.PlainTitle, $"{item.Body}\n\n次の4年で見直します。");
        db.Add(copy);
        db.AddRange(items);
        await db.SaveChangesAsync();
        return $"/office/{Huge}/plans/{plan.Key}/compare?with={copy.Key}";
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
        await served.DisposeAsync();
        Citizen.Dispose();
        Planner.Dispose();
        folder.Dispose();
    }
}
