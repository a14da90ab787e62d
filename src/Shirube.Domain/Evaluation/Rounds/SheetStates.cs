namespace Shirube.Domain.Evaluation;

/// <summary>What the stages of a sheet wait for: the one rule that pages, boards and saves ask.</summary>
public static class SheetStates
{
    public static SheetState Of(SheetStage stage, IReadOnlyCollection<SheetStage> all, EvaluationRound round, DateOnly today)
    {
        var own = round.StageAt(stage.RoundStage);
        return !stage.IsChosen ? SheetState.NotChosen
            : stage.Submission is not null ? own.NeedsApproval && stage.Approval is null && own.Locked is null ? SheetState.Submitted : SheetState.Done
            : own.Locked is not null ? SheetState.Missed
            : stage.SentBack is not null ? SheetState.SentBack
            : Before(stage, all, round, today) is not null ? SheetState.Waiting
            : own.OpensOn > today ? SheetState.NotOpen : SheetState.Open;
    }

    /// <summary>The earlier stage that has to be done first; null where none has.</summary>
    public static SheetStage? Before(SheetStage stage, IReadOnlyCollection<SheetStage> all, EvaluationRound round, DateOnly today) =>
        all.Where(s => s.Stage < stage.Stage).OrderBy(s => s.Stage).FirstOrDefault(s => Of(s, all, round, today) is not (SheetState.Done or SheetState.Missed or SheetState.NotChosen));

    public static SheetStage Current(IReadOnlyCollection<SheetStage> all, EvaluationRound round, DateOnly today) =>
        all.OrderBy(s => s.Stage).FirstOrDefault(s => Of(s, all, round, today) is SheetState.Open or SheetState.SentBack or SheetState.Submitted or SheetState.NotOpen) ?? all.Where(s => s.IsChosen).OrderBy(s => s.Stage).LastOrDefault() ?? all.OrderBy(s => s.Stage).First();
}
