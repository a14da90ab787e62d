namespace Shirube.Domain.Evaluation;

/// <summary>How many sheets say what, with those that say nothing counted apart.</summary>
public sealed record Tally(IReadOnlyDictionary<string, int> Said, int NotAnswered, int NotReported)
{
    public int All => Said.Values.Sum() + NotAnswered + NotReported;

    /// <summary>How many say a choice; null where nothing was submitted at all, because that is not the same as nobody.</summary>
    public int? Count(string choice) => All == NotReported ? null : Said.GetValueOrDefault(choice);

    public static Tally Of(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        var said = all.Where(v => v.Choice is not null).GroupBy(v => v.Choice!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());
        return new(said, all.Count(v => v.State == VerdictState.NotAnswered), all.Count(v => v.State == VerdictState.NotReported));
    }
}

/// <summary>How many sheets say what to two things at once, as 成果 and コスト, or last year's direction and this year's. One that does not say both stands in no cell.</summary>
/// <param name="NotAnswered">Reported on both sides, and silent on one of them.</param>
/// <param name="NotReported">Not reported on one side or the other.</param>
public sealed record CrossTally(IReadOnlyDictionary<(string Row, string Column), int> Cells, int NotAnswered, int NotReported)
{
    public int Said => Cells.Values.Sum();

    /// <summary>How many say both; null where no sheet says both to anything.</summary>
    public int? Count(string row, string column) => Cells.Count == 0 ? null : Cells.GetValueOrDefault((row, column));

    public int? RowTotal(string row) => Cells.Count == 0 ? null : Cells.Where(c => c.Key.Row == row).Sum(c => c.Value);

    public int? ColumnTotal(string column) => Cells.Count == 0 ? null : Cells.Where(c => c.Key.Column == column).Sum(c => c.Value);

    public static CrossTally Of(IEnumerable<(Verdict Row, Verdict Column)> pairs)
    {
        var all = pairs.ToList();
        var cells = all.Where(p => p is { Row.Choice: not null, Column.Choice: not null }).GroupBy(p => (p.Row.Choice!, p.Column.Choice!)).ToDictionary(g => g.Key, g => g.Count());
        var unreported = all.Count(p => p.Row.State == VerdictState.NotReported || p.Column.State == VerdictState.NotReported);
        return new(cells, all.Count - unreported - cells.Values.Sum(), unreported);
    }
}
