using System.Diagnostics;
using System.Text;
using Shirube.Domain.Common;

namespace Shirube.Office.Printing;

/// <summary>Prints with the machine's Chromium (or Chrome, or Edge) in a folder of its own, without network. One page at a time.</summary>
/// <param name="program">The program's path; null looks for it.</param>
public sealed class ChromiumPrinter(string? program = null) : IPagePrinter
{
    /// <summary>Names the program where it is not on the path.</summary>
    public const string Setting = "SHIRUBE_CHROMIUM";

    // why: a booklet of a thousand sheets is many megabytes; a page of usual length that takes longer than the least hangs.
    private const int LettersAMinute = 2_000_000;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(3);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome"];
    // why: nothing is fetched, reported or updated; the page's own style sheet and fonts are files, which Chromium otherwise keeps from a page that is a file.
    private static readonly string[] Arguments =
    [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-domain-reliability",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", "--virtual-time-budget=30000",
    ];

    // why: many Chromiums at once would take the machine from everybody else.
    private static readonly SemaphoreSlim Turn = new(1);

    public Refusal? WhyNotPrint() => Found() is null ? Refusals.PrinterMissing : null;

    public async Task<byte[]> Print(string html, CancellationToken stop = default)
    {
        WhyNotPrint().ThrowIfAny();
        await Turn.WaitAsync(stop);
        var folder = Directory.CreateTempSubdirectory("shirube-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), stop);
            var said = await Run([.. Arguments, .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(), $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri], Least + TimeSpan.FromMinutes(html.Length / LettersAMinute), stop);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, stop) : throw new RefusalException(Refusals.PrintFailed(said));
        }
        finally
        {
            Turn.Release();
            Empty(folder);
        }
    }

    private async Task<string> Run(string[] arguments, TimeSpan longest, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(Found()!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(longest);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new RefusalException(Refusals.PrintFailed($"{longest.TotalMinutes:0}分たっても終わりませんでした"));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        await output;
        return (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }

    private string? Found() => Programs().FirstOrDefault(File.Exists);

    private IEnumerable<string> Programs()
    {
        if ((program ?? Environment.GetEnvironmentVariable(Setting)) is { Length: > 0 } named)
            return [named];
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(folder => Names.Select(n => Path.Combine(folder, n + ending)));
    }

    // why: a child of Chromium may still write into its profile for a moment; what then stays is the system's to clean.
    private static void Empty(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            return;
        }
    }
}
