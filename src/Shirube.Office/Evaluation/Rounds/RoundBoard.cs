using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>How far a round is, by department and stage. Who has not entered stands in it: what waits for a department is counted apart from what is done.</summary>
public sealed record RoundBoard(IReadOnlyList<RoundStage> Stages, IReadOnlyList<BoardLine> Lines)
{
    public static RoundBoard Of(EvaluationRound round, IReadOnlyCollection<SheetRow> rows, IReadOnlyDictionary<DepartmentId, string> departments, DateOnly today)
    {
        var stages = round.InOrder.ToList();
        var lines = rows.GroupBy(r => r.Owner).Select(g => new BoardLine(g.Key, g.Key is { } id ? departments.GetValueOrDefault(id, "(ない部課)") : "部課のないもの", g.Count(), [.. stages.Select(s => StageCount.Of(g, s, round, today))]));
        return new(stages, [.. lines.OrderByDescending(l => l.Counts.Sum(c => c.Open)).ThenBy(l => l.Department is null).ThenBy(l => l.Name, StringComparer.Ordinal)]);
    }

    public StageCount Total(int stage) => Lines.Aggregate(new StageCount(0, 0, 0, 0, 0, 0), (sum, l) => sum + l.Counts[stage]);
}

public sealed record BoardLine(DepartmentId? Department, string Name, int Sheets, IReadOnlyList<StageCount> Counts);

/// <summary>The sheets of one stage: done, to be approved, to be answered now (sent back ones among them), not yet their turn, and never submitted.</summary>
public readonly record struct StageCount(int Done, int ToApprove, int Open, int SentBack, int Later, int Missed)
{
    public int All => Done + ToApprove + Open + Later + Missed;

    public static StageCount operator +(StageCount a, StageCount b) => new(a.Done + b.Done, a.ToApprove + b.ToApprove, a.Open + b.Open, a.SentBack + b.SentBack, a.Later + b.Later, a.Missed + b.Missed);

    internal static StageCount Of(IEnumerable<SheetRow> rows, RoundStage stage, EvaluationRound round, DateOnly today)
    {
        var states = rows.SelectMany(r => r.Stages.Where(s => s.RoundStage == stage.Order).Select(s => r.StateOf(s, round, today))).GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        return new(Count(SheetState.Done), Count(SheetState.Submitted), Count(SheetState.Open) + Count(SheetState.SentBack), Count(SheetState.SentBack), Count(SheetState.Waiting) + Count(SheetState.NotOpen), Count(SheetState.Missed));

        int Count(SheetState state) => states.GetValueOrDefault(state);
    }
}
