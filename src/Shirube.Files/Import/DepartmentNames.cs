using System.Text.RegularExpressions;

namespace Shirube.Files.Import;

/// <summary>Owners over the whole file: parts in one cell are parted, spellings settled.</summary>
internal sealed partial class DepartmentNames(Mapping mapping, ProblemLog log)
{
    private readonly Spellings spellings = new(mapping, log);

    /// <summary>The path of each draft's owner, from the top unit down; empty where none is written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Settle(IReadOnlyList<Draft> drafts)
    {
        var paths = drafts.Select(d => Parts(d.Department)).ToList();
        if (mapping.Department?.Split == true)
            paths = SplitGlued(paths);
        var chosen = paths.SelectMany(p => p.Select((w, i) => (Key: Key(p, i), Written: w)))
            .GroupBy(x => x.Key).ToDictionary(g => g.Key, g => spellings.Choose("部課", null, [.. g.Select(x => x.Written)]));
        return [.. paths.Select(p => (IReadOnlyList<string>)[.. p.Select((_, i) => chosen[Key(p, i)])])];
    }

    private static string Key(List<Written> path, int depth) => string.Join('/', path.Take(depth + 1).Select(w => HeadingText.Fold(w.Text)));

    private List<Written> Parts(IReadOnlyList<Written> columns)
    {
        var parts = new List<Written>();
        foreach (var column in columns)
            foreach (var text in InOneCell(column))
                Append(parts, column with { Text = spellings.Override(text) });
        return parts;
    }

    private static void Append(List<Written> parts, Written part)
    {
        if (parts.Count > 0 && HeadingText.Fold(parts[^1].Text) == HeadingText.Fold(part.Text))
            return;
        var upper = parts.Count > 0 ? parts[^1].Text : null;
        if (upper is not null && part.Text.StartsWith(upper, StringComparison.Ordinal) && part.Text[upper.Length..].Trim() is { Length: > 1 } rest)
            part = part with { Text = rest };
        parts.Add(part);
    }

    private IEnumerable<string> InOneCell(Written written)
    {
        var folded = HeadingText.Fold(written.Text);
        if (Dashes.IsDash(folded) || NumberText.IsNoData(folded) || folded == "0")
        {
            log.Group(ProblemSeverity.Info, "department-empty-mark", written.Place, written.Text, written.Text, $"部課の欄の「{written.Text}」は部課の名前ではありません。", "部課なしとして扱いました。");
            return [];
        }

        var units = written.Text.Split([' ', '　', '\n', '\r', '\t', '/', '／'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (units.Length > 1 && units.SkipLast(1).All(u => Upper().IsMatch(u)))
            return units;
        var several = written.Text.Split([',', '、', '，', '・', '\n', '/', '／'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (several.Length < 2 || !several.All(u => Unit().IsMatch(u)))
            return [Trimmed(written)];
        log.Add(ProblemSeverity.Info, "several-departments", written.Place, written.Text, $"{written.Place}に複数の部課「{written.Text}」があります。", $"はじめの「{several[0]}」を担当としました。");
        return [several[0]];
    }

    private string Trimmed(Written written)
    {
        if (written.Text.Trim() != written.Text)
            log.OuterSpace(written.Place, written.Text);
        return written.Text.Trim();
    }

    private List<List<Written>> SplitGlued(List<List<Written>> paths)
    {
        var single = paths.Where(p => p.Count == 1).Select(p => p[0].Text).Distinct().ToList();
        var known = paths.Where(p => p.Count > 1).Select(p => p[0].Text);
        // why: 「企画政策部企画調整課」 is parted only where the 部 leads several different units, so that a name that merely contains 部 stays whole.
        var uppers = single.SelectMany(Leads).GroupBy(x => x.Upper).Where(g => g.Select(x => x.Lower).Distinct().Count() > 1).Select(g => g.Key).Concat(known).ToHashSet();
        return [.. paths.Select(p => p.Count == 1 && Best(p[0].Text, uppers) is { } split ? [p[0] with { Text = split.Upper }, p[0] with { Text = split.Lower }] : p)];
    }

    private static (string Upper, string Lower)? Best(string text, HashSet<string> uppers) =>
        Leads(text).Where(x => uppers.Contains(x.Upper)).OrderByDescending(x => x.Upper.Length).Select(x => ((string, string)?)x).FirstOrDefault();

    private static IEnumerable<(string Upper, string Lower)> Leads(string text) =>
        Lead().Matches(text).Select(m => m.Index + m.Length).Where(end => end < text.Length)
            .Select(end => (text[..end], text[end..])).Where(x => x.Item2.Length > 1 && x.Item2 != "事務局" && Unit().IsMatch(x.Item2));

    [GeneratedRegex("(部|局|委員会)$")]
    private static partial Regex Upper();

    [GeneratedRegex("[部局]|委員会事務局|教育委員会")]
    private static partial Regex Lead();

    [GeneratedRegex("(部|課|局|室|所|館|園|署|院|校|係|センター|担当|チーム|グループ|班|場|会|会計|広域連合)(（[^）]*）)?$")]
    private static partial Regex Unit();
}
