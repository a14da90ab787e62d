using System.Diagnostics;

namespace Bench;

/// <summary>The measured process, seen from the one that measures.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process process;

    private Served(Process process, string site, string bare)
    {
        this.process = process;
        Site = site;
        Bare = new(bare);
    }

    /// <summary>Where the program answers.</summary>
    public string Site { get; }

    /// <summary>Asks the bare server beside it.</summary>
    public Visitor Bare { get; }

    public static async Task<Served> Start(ScratchFolder folder)
    {
        var started = Process.Start(new ProcessStartInfo("dotnet", [typeof(Served).Assembly.Location, ServedProcess.Word, folder.Path]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory })!;
        string? line;
        do
            line = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The served process did not start.");
        while (!line.StartsWith(ServedProcess.Ready, StringComparison.Ordinal));
        // why: a pipe nobody reads would stop the process one day.
        _ = started.StandardOutput.ReadToEndAsync();
        var addresses = line[ServedProcess.Ready.Length..].Split(' ');
        return new(started, addresses[0], addresses[1]);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Bare.Dispose();
    }
}
