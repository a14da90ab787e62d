namespace Shirube.Files.Import;

/// <summary>Rows between the projects that say what the ones below belong to.</summary>
internal static class GroupGuess
{
    public static IReadOnlyList<GroupRule> Of(SheetGuess sheet)
    {
        var texts = sheet.LoneTexts.Where(t => !RowKind.IsNote(t) && !RowKind.IsSumText(HeadingText.Fold(t)) && t.Length <= 60).ToList();
        var groups = new List<GroupRule>();
        foreach (var level in Vocabulary.Known.Levels.Where(l => l.Length > 1))
            if (texts.RemoveAll(t => BeginsWith(t, level)) > 0)
                groups.Add(new() { Name = level, StartsWith = level });
        if (texts.RemoveAll(SheetNames.IsDepartment) is > 1)
            groups.Add(new() { Name = "部課", IsDepartment = true });
        // why: a lone text or two may be notes; groups named without a word for their level come at least in pairs, and each leads several rows.
        if (groups.All(g => g.IsDepartment) && texts.Count > 1 && texts.Count * 2 <= sheet.Rows && !sheet.Readings.Any(LevelGuess.IsLevel))
            groups.Add(new() { Name = "施策" });
        return groups;
    }

    // why: 「施策1 …」「施策：…」「【施策】…」 name a 施策; 「施策評価の結果…」 does not.
    private static bool BeginsWith(string text, string level)
    {
        var bare = RowKind.Bare(text);
        return bare.StartsWith(level, StringComparison.Ordinal) && bare.Length > level.Length && (char.IsDigit(bare[level.Length]) || ":：　 】〕］]>＞)）(（①②③④⑤⑥⑦⑧⑨".Contains(bare[level.Length]));
    }
}
