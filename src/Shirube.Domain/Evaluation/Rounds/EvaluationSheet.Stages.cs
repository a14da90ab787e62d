using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

public sealed partial class EvaluationSheet
{
    public SheetState StateOf(EvaluationRound round, int stage, DateOnly today) => SheetStates.Of(StageAt(stage), stages, round, today);

    /// <summary>The stage in which something is to be done now, or the last one when all are done.</summary>
    public SheetStage Current(EvaluationRound round, DateOnly today) => SheetStates.Current(stages, round, today);

    /// <summary>Why nothing of a stage can be written: the round or the stage is closed, its turn has not come, or it is submitted.</summary>
    public Refusal? WhyNotWrite(EvaluationRound round, int stage, DateOnly today)
    {
        var (there, own) = (StageAt(stage), round.StageAt(StageAt(stage).RoundStage));
        return round.WhyNotChange() ?? own.WhyNotWrite(today)
            ?? (!there.IsChosen ? Refusals.StageNotForSheet(own.Name)
                : there.Submission is not null ? Refusals.StageSubmitted(own.Name)
                : SheetStates.Before(there, stages, round, today) is { } before ? Refusals.StageWaits(own.Name, round.StageAt(before.RoundStage).Name) : null);
    }

    /// <summary>Saves one answer of a stage. <paramref name="seen"/> is the revision the person had before the eyes, 0 for none.</summary>
    public AnswerOutcome Answer(EvaluationForm form, int stage, PublicKey question, AnswerValue value, int seen, PersonId? by, DateTime atUtc)
    {
        var asked = Asked(form, stage, question);
        value.WhyNot(asked, form.ChoicesOf(asked)).ThrowIfAny();
        var there = Find(question, stage);
        if (there is null ? value.IsEmpty : there.Value == value)
            return new(there?.Revision ?? 0);
        if ((there?.Revision ?? 0) != seen)
            return new(there?.Revision ?? 0, there);
        there ??= AddAnswer(question, stage);
        there.Set(value, null, by, atUtc);
        return new(there.Revision);
    }

    /// <summary>Somebody looked at last year's answers and lets them stand; all of the stage where no question is named.</summary>
    public int Confirm(int stage, PublicKey? question, PersonId? by, DateTime atUtc)
    {
        var carried = answers.FindAll(a => a.Stage == stage && a.CarriedFrom is not null && (question is null || a.QuestionKey == question));
        carried.ForEach(a => a.Set(a.Value, null, by, atUtc));
        return carried.Count;
    }

    /// <summary>What still stands in the way of submitting a stage, question by question, in the form's order.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions(EvaluationForm form, int stage) =>
        [.. form.InOrder.Where(q => q.IsAnswered && q.Stages.Contains(stage)).Select(q => new OpenQuestion(q, WhyOpen(q, Find(q.Key, stage))!)).Where(o => o.Why is not null)];

    private static Refusal? WhyOpen(FormQuestion question, SheetAnswer? answer) =>
        answer?.CarriedFrom is { } year && !answer.Value.IsEmpty ? Refusals.AnswerUnconfirmed(question.Label, year.Era)
        : answer?.Text?.Length > question.LongestText ? Refusals.TextTooLong(question.Label, question.LongestText!.Value, answer.Text.Length)
        : !question.IsRequired ? null
        : answer is null || answer.Value.IsEmpty || (question.Kind is QuestionKind.Choice or QuestionKind.Rating && answer.Choice is null) ? Refusals.AnswerMissing(question.Label)
        : question.AsksReason && answer.Text is null ? Refusals.AnswerReasonMissing(question.Label) : null;

    public Refusal? WhyNotSubmit(EvaluationRound round, EvaluationForm form, int stage, DateOnly today) =>
        WhyNotWrite(round, stage, today) ?? (OpenQuestions(form, stage) is [var first, ..] ? first.Why : null);

    public void Submit(EvaluationRound round, EvaluationForm form, int stage, PersonId? by, DateTime atUtc, DateOnly today)
    {
        WhyNotSubmit(round, form, stage, today).ThrowIfAny();
        var there = StageAt(stage);
        (there.Submission, there.SentBack) = (new(by, atUtc, today > round.StageAt(there.RoundStage).Due), null);
    }

    public Refusal? WhyNotApprove(EvaluationRound round, int stage)
    {
        var own = round.StageAt(StageAt(stage).RoundStage);
        return round.WhyNotChange() ?? (own.Locked is not null ? Refusals.StageLocked(own.Name)
            : !own.NeedsApproval ? Refusals.StageNeedsNoApproval(own.Name)
            : StageAt(stage).Submission is null ? Refusals.StageNotSubmitted(own.Name)
            : StageAt(stage).Approval is not null ? Refusals.StageApproved(own.Name) : null);
    }

    public void Approve(EvaluationRound round, int stage, PersonId? by, DateTime atUtc)
    {
        WhyNotApprove(round, stage).ThrowIfAny();
        StageAt(stage).Approval = new(by, atUtc);
    }

    /// <summary>Why a stage is not given back to who answers it: nothing was submitted, or a later stage has been.</summary>
    public Refusal? WhyNotSendBack(EvaluationRound round, int stage, string? reason)
    {
        var own = round.StageAt(StageAt(stage).RoundStage);
        return round.WhyNotChange() ?? (own.Locked is not null ? Refusals.StageLocked(own.Name)
            : StageAt(stage).Submission is null ? Refusals.StageNotSubmitted(own.Name)
            : stages.Find(s => s.Stage > stage && s.Submission is not null) is { } later ? Refusals.LaterStageSubmitted(own.Name, round.StageAt(later.RoundStage).Name)
            : string.IsNullOrWhiteSpace(reason) ? Refusals.SendBackReasonMissing
            : reason.Length > EvaluationRound.LongestReason ? Refusals.TextTooLong("理由", EvaluationRound.LongestReason, reason.Length) : null);
    }

    /// <summary>Gives a stage back with a reason. What later stages have written so far stays theirs.</summary>
    public void SendBack(EvaluationRound round, int stage, string? reason, PersonId? by, DateTime atUtc)
    {
        WhyNotSendBack(round, stage, reason).ThrowIfAny();
        var there = StageAt(stage);
        (there.Submission, there.Approval, there.SentBack) = (null, null, new(by, atUtc, reason!.Trim()));
    }

    /// <summary>Why who submitted cannot take it back any more.</summary>
    public Refusal? WhyNotWithdraw(EvaluationRound round, int stage) =>
        WhyNotSendBack(round, stage, "取り下げ") ?? (StageAt(stage).Approval is not null ? Refusals.StageApproved(round.StageAt(StageAt(stage).RoundStage).Name) : null);

    public void Withdraw(EvaluationRound round, int stage)
    {
        WhyNotWithdraw(round, stage).ThrowIfAny();
        StageAt(stage).Submission = null;
    }

    private static FormQuestion Asked(EvaluationForm form, int stage, PublicKey question) =>
        form.Questions.FirstOrDefault(q => q.Key == question && q.IsAnswered && q.Stages.Contains(stage)) ?? throw new RefusalException(Refusals.QuestionNotAsked);
}

/// <summary>A question that keeps a stage from being submitted, and why.</summary>
public sealed record OpenQuestion(FormQuestion Question, Refusal Why);
