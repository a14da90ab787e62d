using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bench;

/// <summary>The last results as they are checked in: a file per benchmark, and the table in README.md made of them.</summary>
internal sealed class Results
{
    private const string Begin = "<!-- results: written by the benchmarks -->";
    private const string End = "<!-- end of results -->";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string folder = FindFolder();

    private sealed record Kept(string Date, string Machine, string Command, Outcome Outcome);

    public void Keep(Outcome outcome)
    {
        Directory.CreateDirectory(Path.Combine(folder, "results"));
        var kept = new Kept(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Machine(), $"./shirube bench {outcome.Name.Replace("-real", " --workbook FILE", StringComparison.Ordinal)}", outcome);
        File.WriteAllText(FileOf(outcome.Name), JsonSerializer.Serialize(kept, Json) + "\n");
    }

    public void WriteTable()
    {
        var readme = Path.Combine(folder, "README.md");
        var text = File.ReadAllText(readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(readme, $"{text[..from]}\n{Table()}{text[to..]}");
    }

    private string Table()
    {
        var table = new StringBuilder("| benchmark | measured | aim | result | |\n|---|---|---|---|---|\n");
        var all = Plan.Names.SelectMany(n => new[] { n, $"{n}-real" }).Select(FileOf).Where(File.Exists).Select(f => JsonSerializer.Deserialize<Kept>(File.ReadAllText(f), Json)!).ToList();
        foreach (var kept in all)
            foreach (var (finding, i) in kept.Outcome.Findings.Select((f, i) => (f, i)))
                table.AppendLine(CultureInfo.InvariantCulture, $"| {(i == 0 ? $"`{kept.Outcome.Name}` {kept.Outcome.What}" : "")} | {finding.Measure} | {finding.Aim} | {finding.Measured} | {(finding.Aim.Length == 0 ? "" : finding.IsMet ? "met" : "**missed**")} |");
        table.AppendLine();
        foreach (var group in all.GroupBy(k => (k.Date, k.Machine)))
            table.AppendLine(CultureInfo.InvariantCulture, $"Measured {group.Key.Date} on {group.Key.Machine}: {string.Join(", ", group.Select(k => $"`{k.Outcome.Name}`"))}.");
        foreach (var noted in all.Where(k => k.Outcome.Note is not null))
            table.AppendLine(CultureInfo.InvariantCulture, $"`{noted.Outcome.Name}`: {noted.Outcome.Note}.");
        return table.ToString();
    }

    private string FileOf(string name) => Path.Combine(folder, "results", $"{name}.json");

    private static string Machine() =>
        $"{(OperatingSystem.IsLinux() ? "Linux" : RuntimeInformation.OSDescription)}, {Environment.ProcessorCount} {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} cores shared with other work, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}";

    private static string FindFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Shirube.slnx")))
            at = at.Parent;
        return Path.Combine(at?.FullName ?? throw new InvalidOperationException("The benchmarks write their results into a checkout: run them inside one."), "bench");
    }
}
