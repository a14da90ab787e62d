namespace Shirube.Files.Import;

/// <summary>Where a project belongs: its department and its place in the plan, from columns, groups, labels or the sheets' names.</summary>
internal sealed class PlaceGuess(ColumnPick pick, IReadOnlyList<SheetGuess> sheets, IReadOnlyList<GroupRule> groups)
{
    public DepartmentRule? Department()
    {
        var bureau = pick.Take("bureau", f => f.IsWords);
        var section = pick.Take("section", f => f.IsWords) ?? pick.Take("department", f => f.IsWords);
        var columns = new[] { bureau, section }.OfType<string>().ToList();
        if (columns.Count < 2 && bureau is null && groups.Any(g => g.IsDepartment))
            columns.Insert(0, "@group:部課");
        else if (sheets.Count > 1 && bureau is null && sheets.All(s => SheetNames.IsDepartment(s.Sheet.Name)))
            columns.Insert(0, "@sheet");
        else if (columns.Count == 0 && new[] { "担当課", "所管課", "担当部署", "所属", "主管課", "部課名" }.FirstOrDefault(l => pick.Sheet.Table.Label(l) is not null) is { } label)
            columns.Add($"@label:{label}");
        if (columns.Count == 0)
            return null;
        var places = columns.Select(pick.Sheet.Table.Find).OfType<int>().ToList();
        return new() { Columns = columns, FillDown = places.Any(p => pick.Sheet.Facts[p].Filled > 0 && pick.Sheet.Facts[p].Filled < pick.Sheet.Rows * 0.7 && !HasMerges(p)) && places.All(p => pick.Sheet.Facts[p].DistinctShare > 0.3) };
    }

    private bool HasMerges(int place) => pick.Sheet.Sheet.Merges.Any(m => m.FirstRow > pick.Sheet.Table.LastRow && m.FirstColumn == place && m.LastRow > m.FirstRow);

    public IReadOnlyList<LevelRule> Levels()
    {
        var levels = LevelGuess.Guess(pick.Sheet, pick.Taken).ToList();
        levels.InsertRange(0, groups.Where(g => !g.IsDepartment && levels.All(l => l.Name != g.Name))
            .Select(g => new LevelRule { Name = g.Name, Title = $"@group:{g.Name}", CodeInTitle = TreeReader.BeginWithOwnCodes([.. pick.Sheet.LoneTexts.Where(t => RowKind.Names(g, t)).Distinct()]) }));
        if (levels.Count > 0)
            return levels;
        foreach (var level in Vocabulary.Known.Levels.Where(l => l.Length > 1))
            if (new[] { $"{level}名", level }.FirstOrDefault(l => sheets.All(s => s.Table.Label(l) is not null)) is { } label)
                levels.Add(new() { Name = level, Title = $"@label:{label}", CodeInTitle = TreeReader.BeginWithOwnCodes([.. sheets.Select(s => s.Table.Label(label)!.Value.Text)]) });
        if (levels.Count == 0 && sheets.Count > 1 && !sheets.All(s => SheetNames.IsDepartment(s.Sheet.Name)) && sheets.All(s => SheetNames.SaysSomething(s.Sheet.Name)))
            levels.Add(new() { Name = SheetNames.Level(sheets.Select(s => s.Sheet.Name)), Title = "@sheet", CodeInTitle = TreeReader.BeginWithOwnCodes([.. sheets.Select(s => s.Sheet.Name)]) });
        return levels;
    }
}
