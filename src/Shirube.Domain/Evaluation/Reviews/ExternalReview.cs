using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>外部評価: an outside body looks at chosen sheets of a round, gives opinions, and the municipality answers them. It goes on by itself when the round is closed, because responses are often decided later.</summary>
public sealed class ExternalReview : Aggregate
{
    private ExternalReview(ExternalReviewId id, EvaluationRoundId roundId, string body)
    {
        Id = id;
        RoundId = roundId;
        Body = body;
    }

    public ExternalReviewId Id { get; private set; }
    public EvaluationRoundId RoundId { get; private set; }
    /// <summary>The body that reviews, in the municipality's words (行政評価委員会 …); never a person.</summary>
    public string Body { get; private set; }
    /// <summary>The day on which the body met; null as long as it is not fixed.</summary>
    public DateOnly? HeldOn { get; private set; }
    /// <summary>Until when the sections answer questions, the day included.</summary>
    public DateOnly? AnswersDue { get; private set; }
    /// <summary>Until when the sections draft the responses to opinions, the day included.</summary>
    public DateOnly? ResponsesDue { get; private set; }
    /// <summary>What the office wants to remember; never in a release.</summary>
    public string? InternalNote { get; private set; }
    /// <summary>The opinions and responses are for citizens from then on; nothing of them changes any more but how far a response is carried out.</summary>
    public ReviewPublication? Published { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }

    public ReviewSpec Spec => new(Body, HeldOn, AnswersDue, ResponsesDue, InternalNote);

    public static ExternalReview Of(EvaluationRound round, ReviewSpec spec, bool isSample = false)
    {
        var review = new ExternalReview(ExternalReviewId.New(), round.Id, "") { IsSample = isSample };
        review.Describe(spec);
        return review;
    }

    public Refusal? WhyNotChange() => Published is not null ? Refusals.ExternalReviewPublished(Body) : null;

    public void Describe(ReviewSpec spec)
    {
        (WhyNotChange() ?? spec.WhyNot).ThrowIfAny();
        (Body, HeldOn, AnswersDue, ResponsesDue, InternalNote) = (spec.Body!.Trim(), spec.HeldOn, spec.AnswersDue, spec.ResponsesDue, Blank.ToNull(spec.InternalNote?.Trim()));
    }

    /// <summary>Why citizens cannot read it yet: there is no opinion, or one without a confirmed response.</summary>
    /// <param name="sheets">All sheets of the review.</param>
    public Refusal? WhyNotPublish(IReadOnlyCollection<SheetReview> sheets) =>
        WhyNotChange()
        ?? (sheets.Any(s => s.Opinions.Count > 0) ? null : Refusals.ReviewWithoutOpinions)
        ?? (sheets.Sum(s => s.Opinions.Count(o => o.Confirmed is null)) is > 0 and var open ? Refusals.OpinionsUnanswered(open) : null);

    public void Publish(IReadOnlyCollection<SheetReview> sheets, PersonId? by, DateTime atUtc)
    {
        WhyNotPublish(sheets).ThrowIfAny();
        Published = new(by, atUtc);
    }

    public Refusal? WhyNotReopen(string? reason) =>
        Published is null ? Refusals.ExternalReviewNotPublished
        : string.IsNullOrWhiteSpace(reason) ? Refusals.ReopenReasonMissing
        : reason.Length > EvaluationRound.LongestReason ? Refusals.TextTooLong("理由", EvaluationRound.LongestReason, reason.Length) : null;

    /// <summary>Opens it again to be put right; who, when and the reason go into the change log with the save.</summary>
    public void Reopen(string? reason)
    {
        WhyNotReopen(reason).ThrowIfAny();
        Published = null;
    }
}

/// <summary>Who decided that the opinions and responses are public, and when.</summary>
public sealed record ReviewPublication(PersonId? By, DateTime AtUtc);

/// <summary>What the planning office decides about a review. All days are included.</summary>
public sealed record ReviewSpec(string? Body, DateOnly? HeldOn = null, DateOnly? AnswersDue = null, DateOnly? ResponsesDue = null, string? InternalNote = null)
{
    public const int LongestBody = 100;
    public const int LongestNote = 2000;

    public Refusal? WhyNot =>
        string.IsNullOrWhiteSpace(Body) ? Refusals.NameMissing("外部評価を行う会議の名前")
        : Body.Trim().Length > LongestBody ? Refusals.TextTooLong("会議の名前", LongestBody, Body.Trim().Length)
        : InternalNote?.Length > LongestNote ? Refusals.TextTooLong("庁内のメモ", LongestNote, InternalNote.Length)
        : ResponsesDue < HeldOn ? Refusals.EndBeforeBegin("会議の日から市の対応の期限まで") : null;
}
