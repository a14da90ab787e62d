namespace Shirube.Files.Import;

/// <summary>Several spellings of one thing: the most frequent wins, of equals the first seen. Every decision about several is one problem entry.</summary>
internal sealed class Spellings(Mapping mapping, ProblemLog log)
{
    public string Override(string text) => mapping.Spellings.TryGetValue(text, out var use) || mapping.Spellings.TryGetValue(text.Trim(), out use) ? use : text;

    public string Choose(string what, string? code, IReadOnlyList<Written> all)
    {
        var counts = all.GroupBy(w => w.Text).Select(g => (Text: g.Key, Count: g.Count(), First: g.First())).ToList();
        var chosen = counts.MaxBy(c => c.Count);
        if (counts.Count == 1)
            return chosen.Text.Trim();
        var spellings = string.Join("、", counts.OrderByDescending(c => c.Count).Select(c => $"「{c.Text}」{c.Count}件"));
        foreach (var place in all.Where(w => w.Text != chosen.Text).Select(w => w.Place))
            log.Group(ProblemSeverity.Info, "several-spellings", place with { Sheet = all[0].Place.Sheet }, $"{what}|{code}|{chosen.Text}", chosen.Text,
                $"{what}{(code is null ? "" : $" {code}")}に{counts.Count}通りの書き方があります({spellings})。", $"最も多い「{chosen.Text}」に揃えました。変えるには対応定義のspellingsに書いてください。",
                [.. counts.OrderByDescending(c => c.Count).Select(c => c.Text)]);
        return chosen.Text.Trim();
    }
}
