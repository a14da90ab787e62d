using System.Runtime.CompilerServices;
using System.Text;
using Shirube.Files.Papers;

namespace Web.Tests.Evaluation;

/// <summary>A paper as lines of text, to be read and compared: what stands on it, in which order, in which cells.</summary>
internal static class PaperText
{
    // why: set it to write what is printed now in the place of what is expected, and look at the difference.
    private const string Setting = "SHIRUBE_WRITE_GOLDEN";

    public static string Of(BookPaper paper) => string.Join('\n', [paper.Title, .. paper.Cover, $"[{paper.Running}]{(paper.IsLandscape ? " 横" : "")}{(paper.HasCover ? "" : " 表紙なし")}", .. paper.Blocks.SelectMany(Lines)]) + "\n";

    public static string Expected(string name, string now, [CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable(Setting) is null)
            return File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Papers", "Golden", $"{name}.txt"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "Golden", $"{name}.txt"), now, new UTF8Encoding(false));
        return now;
    }

    private static IEnumerable<string> Lines(BookBlock block) => block switch
    {
        BookHeading heading => [$"{new string('#', heading.Level)} {heading.Text}{(heading.StartsPage ? " (改ページ)" : "")}"],
        BookSubheading heading => [$"・{string.Concat(heading.Runs.Select(r => r.Text))}"],
        BookText text => [string.Concat(text.Runs.Select(r => r.Text))],
        BookTable table => table.Rows.Select(r => $"| {string.Join(" | ", r.Cells.Select(c => c.Text.Replace("\n", "/", StringComparison.Ordinal)))} |"),
        _ => [block.GetType().Name],
    };
}
