namespace Shirube.Files.Import;

/// <summary>The columns that say where in the plan a project stands.</summary>
internal static class LevelGuess
{
    public static bool IsLevel(HeadingReading reading) => TitleOf(reading) is not null || CodeOf(reading) is not null;

    public static IReadOnlyList<LevelRule> Guess(SheetGuess sheet, HashSet<int> taken)
    {
        var titles = sheet.Readings.Where(r => !taken.Contains(r.Place)).Select(r => (r.Place, Level: TitleOf(r), Facts: sheet.Facts[r.Place]))
            .Where(x => x.Level is not null && x.Facts.IsWords && x.Facts.MarkShare < 0.9).DistinctBy(x => x.Level).ToList();
        var codes = sheet.Readings.Where(r => !taken.Contains(r.Place)).Select(r => (r.Place, Level: CodeOf(r), Facts: sheet.Facts[r.Place]))
            .Where(x => x.Level is not null && x.Facts.Filled > 0).ToList();
        var rules = new List<(int Place, LevelRule Rule)>();
        foreach (var (place, level, facts) in titles)
        {
            var code = codes.Where(c => c.Level == level).Select(c => c.Place).ToList();
            taken.UnionWith(code.Append(place));
            rules.Add((place, new()
            {
                Name = level!,
                Title = sheet.Table.Reference(place),
                Code = [.. code.Select(sheet.Table.Reference)],
                CodeInTitle = code.Count == 0 && facts.BeginsWithOwnCode,
                FillDown = IsGrouped(sheet, facts),
            }));
        }

        return InOrder(sheet, rules);
    }

    // why: a layout that says a 施策 only where it changes leaves most of its cells blank but not the first.
    private static bool IsGrouped(SheetGuess sheet, ColumnFacts facts) => facts.Filled > 0 && facts.Filled < sheet.Rows * 0.7 && facts.DistinctShare > 0.6 && sheet.Sheet.Merges.All(m => m.FirstRow <= sheet.Table.LastRow);

    // why: offices write the tree from left to right; where the words say otherwise, more different values lie lower.
    private static IReadOnlyList<LevelRule> InOrder(SheetGuess sheet, List<(int Place, LevelRule Rule)> rules)
    {
        var order = rules.OrderBy(r => r.Place).ToList();
        var rising = order.Zip(order.Skip(1)).All(p => sheet.Facts[p.First.Place].Distinct <= sheet.Facts[p.Second.Place].Distinct);
        var vocabulary = Vocabulary.Known.Levels;
        return [.. (rising ? order : [.. order.OrderBy(r => vocabulary.ToList().IndexOf(r.Rule.Name))]).Select(r => r.Rule)];
    }

    private static string? TitleOf(HeadingReading reading) => reading.Candidates.Select(c => Match(c, Vocabulary.Known.LevelTitles)).FirstOrDefault(l => l is not null);

    private static string? CodeOf(HeadingReading reading) => reading.Candidates.Select(c => Match(c, Vocabulary.Known.LevelCodes)).FirstOrDefault(l => l is not null);

    private static string? Match(string heading, IReadOnlySet<string> endings)
    {
        foreach (var prefix in new[] { "", "総合計画", "総計", "計画", "上位", "位置付け", "位置づけ", "体系", "関連する", "関連", "該当する", "該当", "主な", "主" })
            if (heading.StartsWith(prefix, StringComparison.Ordinal))
                foreach (var level in Vocabulary.Known.Levels)
                    if (heading.AsSpan(prefix.Length).StartsWith(level) && endings.Contains(heading[(prefix.Length + level.Length)..].TrimStart('の', '/')))
                        return level;
        return null;
    }
}
