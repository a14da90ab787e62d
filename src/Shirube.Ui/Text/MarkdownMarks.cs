using Microsoft.AspNetCore.Html;
using Shirube.Domain.Plans;

namespace Shirube.Ui.Text;

/// <summary>Two Markdown texts as one, without their signs: what went and came is marked, and what stayed but is emphasised otherwise.</summary>
public static class MarkdownMarks
{
    /// <summary>Whether the words are the same and only signs of emphasis and headings differ.</summary>
    public static bool OnlySigns(string? before, string? after) => before is not null && after is not null && before != after && MarkdownText.Plain(before) == MarkdownText.Plain(after) && PlanFigure.KeysIn(before).SequenceEqual(PlanFigure.KeysIn(after));

    public static IReadOnlyList<TextMarks.Run> Of(string? before, string? after)
    {
        // why: a figure that only one side has shows its key, but not where there is nothing to tell it from.
        var known = before is null || after is null ? [.. PlanFigure.KeysIn(before), .. PlanFigure.KeysIn(after)] : PlanFigure.KeysIn(before).Intersect(PlanFigure.KeysIn(after)).ToList();
        var (was, now) = (MarkdownText.Signed(before ?? "", known), MarkdownText.Signed(after ?? "", known));
        var (runs, from, to) = (new List<TextMarks.Run>(), 0, 0);
        foreach (var run in TextMarks.Of(was.Plain, now.Plain))
        {
            if (run.Gone || run.Came)
                runs.Add(run);
            else
                runs.AddRange(Split(run.Text, was.Signs[from..(from + run.Text.Length)], now.Signs[to..(to + run.Text.Length)]));
            from += run.Came ? 0 : run.Text.Length;
            to += run.Gone ? 0 : run.Text.Length;
        }

        return runs;
    }

    /// <summary>As it stands on the left of a 新旧対照表.</summary>
    public static IHtmlContent Later(string? before, string? after) => TextMarks.Side(Of(before, after), "ins", run => run.Came, run => run.Gone);

    /// <summary>As it stands on the right of a 新旧対照表.</summary>
    public static IHtmlContent Earlier(string? before, string? after) => TextMarks.Side(Of(before, after), "del", run => run.Gone, run => run.Came);

    private static IEnumerable<TextMarks.Run> Split(string text, int[] was, int[] now)
    {
        for (var (start, at) = (0, 1); at <= text.Length; at++)
        {
            var differs = was[start] != now[start];
            if (at < text.Length && was[at] != now[at] == differs)
                continue;
            // why: a blank line in the middle of a heading or emphasis is nothing to see.
            yield return new(false, false, text[start..at]) { Restyled = differs && !string.IsNullOrWhiteSpace(text[start..at]) };
            start = at;
        }
    }
}
