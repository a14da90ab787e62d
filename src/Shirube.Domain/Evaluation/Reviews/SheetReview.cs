using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>外部評価の対象のシート: what the outside body asked and said about one sheet, and what the municipality answers.</summary>
public sealed class SheetReview : Aggregate
{
    public const int LongestText = 4000;

    private readonly List<ReviewQuestion> questions = [];
    private readonly List<ReviewOpinion> opinions = [];

    private SheetReview(SheetReviewId id, ExternalReviewId reviewId, EvaluationSheetId sheetId)
    {
        Id = id;
        ReviewId = reviewId;
        SheetId = sheetId;
    }

    public SheetReviewId Id { get; private set; }
    public ExternalReviewId ReviewId { get; private set; }
    public EvaluationSheetId SheetId { get; private set; }
    public IReadOnlyList<ReviewQuestion> Questions => questions;
    public IReadOnlyList<ReviewOpinion> Opinions => opinions;

    public static SheetReview Of(ExternalReview review, EvaluationSheet sheet)
    {
        review.WhyNotChange().ThrowIfAny();
        return new(SheetReviewId.New(), review.Id, sheet.Id);
    }

    /// <summary>Why the sheet is not taken out of the review: something was asked or said about it.</summary>
    public Refusal? WhyNotDrop(ExternalReview review, string sheet) => review.WhyNotChange() ?? (questions.Count + opinions.Count > 0 ? Refusals.ReviewedSheetHasWords(sheet) : null);

    /// <param name="asker">Who asked, for the office alone.</param>
    public ReviewQuestion Ask(ExternalReview review, string? text, string? asker)
    {
        (review.WhyNotChange() ?? WhyNotText("質問", text) ?? WhyNotAsker(asker)).ThrowIfAny();
        var question = new ReviewQuestion(Id, 1 + questions.Select(q => q.Number).DefaultIfEmpty(0).Max());
        question.Set(text!, asker);
        questions.Add(question);
        return question;
    }

    public void ChangeQuestion(ExternalReview review, int number, string? text, string? asker)
    {
        (review.WhyNotChange() ?? WhyNotText("質問", text) ?? WhyNotAsker(asker)).ThrowIfAny();
        QuestionAt(number).Set(text!, asker);
    }

    public void RemoveQuestion(ExternalReview review, int number)
    {
        review.WhyNotChange().ThrowIfAny();
        questions.Remove(QuestionAt(number));
    }

    /// <summary>The section's answer; a blank one takes it away.</summary>
    public void AnswerQuestion(ExternalReview review, int number, string? answer, PersonId? by, DateTime atUtc)
    {
        (review.WhyNotChange() ?? (answer?.Length > LongestText ? Refusals.TextTooLong("回答", LongestText, answer.Length) : null)).ThrowIfAny();
        QuestionAt(number).Answered(Blank.ToNull(answer?.Trim()), by, atUtc);
    }

    public ReviewOpinion Opine(ExternalReview review, string? text)
    {
        (review.WhyNotChange() ?? WhyNotText("意見", text)).ThrowIfAny();
        var opinion = new ReviewOpinion(Id, 1 + opinions.Select(o => o.Number).DefaultIfEmpty(0).Max());
        opinion.Set(text!);
        opinions.Add(opinion);
        return opinion;
    }

    /// <summary>Puts an opinion's words right; a response that was confirmed to other words has to be confirmed again.</summary>
    public void ChangeOpinion(ExternalReview review, int number, string? text)
    {
        (review.WhyNotChange() ?? WhyNotText("意見", text)).ThrowIfAny();
        OpinionAt(number).Set(text!);
    }

    public void RemoveOpinion(ExternalReview review, int number)
    {
        review.WhyNotChange().ThrowIfAny();
        opinions.Remove(OpinionAt(number));
    }

    public Refusal? WhyNotRespond(ExternalReview review, int number) => review.WhyNotChange() ?? (OpinionAt(number).Confirmed is not null ? Refusals.ResponseConfirmed(number) : null);

    /// <summary>Drafts the municipality's response to an opinion.</summary>
    public void Respond(ExternalReview review, int number, ResponseSpec spec, PersonId? by, DateTime atUtc)
    {
        (WhyNotRespond(review, number) ?? spec.WhyNot).ThrowIfAny();
        OpinionAt(number).Draft(spec, by, atUtc);
    }

    public Refusal? WhyNotConfirm(ExternalReview review, int number) =>
        WhyNotRespond(review, number) ?? (OpinionAt(number).Response is null ? Refusals.ResponseMissing(number) : null);

    /// <summary>The planning office agrees to the response; from then on it stands.</summary>
    public void Confirm(ExternalReview review, int number, PersonId? by, DateTime atUtc)
    {
        WhyNotConfirm(review, number).ThrowIfAny();
        OpinionAt(number).Confirm(by, atUtc);
    }

    public Refusal? WhyNotReturn(ExternalReview review, int number, string? reason) =>
        review.WhyNotChange()
        ?? (OpinionAt(number).Response is null ? Refusals.ResponseMissing(number)
            : string.IsNullOrWhiteSpace(reason) ? Refusals.SendBackReasonMissing
            : reason.Length > EvaluationRound.LongestReason ? Refusals.TextTooLong("理由", EvaluationRound.LongestReason, reason.Length) : null);

    /// <summary>Gives a response back to the section with a reason, confirmed or not. Its words stay.</summary>
    public void Return(ExternalReview review, int number, string? reason, PersonId? by, DateTime atUtc)
    {
        WhyNotReturn(review, number, reason).ThrowIfAny();
        OpinionAt(number).Return(reason!.Trim(), by, atUtc);
    }

    /// <summary>How far a confirmed response is carried out: the one thing that changes after the review is public.</summary>
    public void Report(int number, ResponseProgress progress)
    {
        var opinion = OpinionAt(number);
        (opinion.Progress is null ? Refusals.ResponseNotToBeCarriedOut(number) : null).ThrowIfAny();
        opinion.Report(progress);
    }

    public ReviewQuestion QuestionAt(int number) => questions.Find(q => q.Number == number) ?? throw new RefusalException(Refusals.ReviewQuestionGone);

    public ReviewOpinion OpinionAt(int number) => opinions.Find(o => o.Number == number) ?? throw new RefusalException(Refusals.ReviewOpinionGone);

    private static Refusal? WhyNotText(string what, string? text) =>
        string.IsNullOrWhiteSpace(text) ? Refusals.ReviewTextMissing(what) : text.Trim().Length > LongestText ? Refusals.TextTooLong(what, LongestText, text.Trim().Length) : null;

    private static Refusal? WhyNotAsker(string? asker) => asker?.Trim().Length > ReviewQuestion.LongestAsker ? Refusals.TextTooLong("質問した人", ReviewQuestion.LongestAsker, asker.Trim().Length) : null;
}
