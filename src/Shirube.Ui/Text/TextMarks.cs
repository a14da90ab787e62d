using DiffPlex;
using Microsoft.AspNetCore.Html;

namespace Shirube.Ui.Text;

/// <summary>Two texts as one, with what went and what came marked. Japanese has no spaces: runs of characters are compared, not words.</summary>
public static class TextMarks
{
    private const int Widest = 3_000;
    private const int Around = 40;

    public sealed record Run(bool Gone, bool Came, string Text)
    {
        /// <summary>It stayed, with other signs of emphasis.</summary>
        public bool Restyled { get; init; }
    }

    public static IReadOnlyList<Run> Of(string before, string after)
    {
        var head = Common(before, after);
        var tail = Common(before[head..], after[head..], fromEnd: true);
        var (was, now) = (before[head..^tail], after[head..^tail]);
        List<Run> runs = [Same(before[..head]), .. was.Length > Widest || now.Length > Widest ? [Gone(was), Came(now)] : Changed(was, now), Same(before[(before.Length - tail)..])];
        return [.. runs.Where(r => r.Text.Length > 0)];
    }

    /// <summary>The later text with what came marked, as it stands on the left of a 新旧対照表.</summary>
    public static IHtmlContent Later(string? before, string? after) => Side(Of(before ?? "", after ?? ""), "ins", run => run.Came, run => run.Gone);

    /// <summary>The earlier text with what went marked, as it stands on the right of a 新旧対照表.</summary>
    public static IHtmlContent Earlier(string? before, string? after) => Side(Of(before ?? "", after ?? ""), "del", run => run.Gone, run => run.Came);

    internal static IHtmlContent Side(IReadOnlyList<Run> all, string mark, Func<Run, bool> marked, Func<Run, bool> left)
    {
        var html = new HtmlContentBuilder();
        var runs = all.Where(r => !left(r)).ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            if (marked(runs[i]))
                html.AppendHtml($"<{mark}>").Append(runs[i].Text).AppendHtml($"</{mark}>");
            else if (runs[i].Restyled)
                html.AppendHtml("<span class=\"restyled\">").Append(runs[i].Text).AppendHtml("</span>");
            else
                html.Append(Folded(runs[i].Text, i == 0, i == runs.Count - 1));
        }

        return html;
    }

    /// <summary>As del and ins; long stretches that stayed are folded to their ends.</summary>
    public static IHtmlContent Html(string before, string after)
    {
        var html = new HtmlContentBuilder();
        var runs = Of(before, after);
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (run.Gone)
                html.AppendHtml("<del>").Append(run.Text).AppendHtml("</del>");
            else if (run.Came)
                html.AppendHtml("<ins>").Append(run.Text).AppendHtml("</ins>");
            else
                html.Append(Folded(run.Text, i == 0, i == runs.Count - 1));
        }

        return html;
    }

    private static string Folded(string text, bool first, bool last)
    {
        var (head, tail) = (first ? 0 : Around, last ? 0 : Around);
        return text.Length <= head + tail + 20 ? text : $"{Start(text, head)}…(同じ文 {text.Length - head - tail:#,0}字)…{End(text, tail)}";
    }

    // why: a character outside the first plane (𠮷) is two chars and must not be cut in half.
    private static string Start(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static string End(string text, int length) => length > 0 && char.IsLowSurrogate(text[^length]) ? text[^(length - 1)..] : text[^length..];

    private static List<Run> Changed(string was, string now)
    {
        var diff = new Differ().CreateCustomDiffs(was, now, ignoreWhiteSpace: false, Characters);
        var runs = new List<Run>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            runs.Add(Same(Joined(diff.PiecesOld, at, block.DeleteStartA - at)));
            runs.Add(Gone(Joined(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA)));
            runs.Add(Came(Joined(diff.PiecesNew, block.InsertStartB, block.InsertCountB)));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        runs.Add(Same(Joined(diff.PiecesOld, at, diff.PiecesOld.Length - at)));
        return Calm(runs);
    }

    // why: a single character that happens to stay between two changes makes the text unreadable; it goes and comes with them.
    private static List<Run> Calm(List<Run> runs)
    {
        var (calm, gone, came) = (new List<Run>(), "", "");
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (run.Gone || (!run.Came && run.Text.Length < 2 && i > 0 && i < runs.Count - 1))
                gone += run.Text;
            if (run.Came || (!run.Gone && run.Text.Length < 2 && i > 0 && i < runs.Count - 1))
                came += run.Text;
            if (!run.Gone && !run.Came && (run.Text.Length >= 2 || i == 0 || i == runs.Count - 1))
            {
                calm.AddRange([Gone(gone), Came(came), run]);
                (gone, came) = ("", "");
            }
        }

        return calm;
    }

    // why: a character outside the first plane (𠮷) is two chars; half of it in common is nothing in common.
    private static int Common(string one, string other, bool fromEnd = false)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && At(one) == At(other))
            length++;
        return length > 0 && (fromEnd ? char.IsLowSurrogate(one[^length]) : char.IsHighSurrogate(one[length - 1])) ? length - 1 : length;

        char At(string text) => fromEnd ? text[^(length + 1)] : text[length];
    }

    private static string Joined(string[] pieces, int start, int count) => string.Concat(pieces.Skip(start).Take(count));

    private static Run Same(string text) => new(false, false, text);

    private static Run Gone(string text) => new(true, false, text);

    private static Run Came(string text) => new(false, true, text);

    private static string[] Characters(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];
}
