using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>What the municipality makes of an opinion.</summary>
public enum ResponseKind
{
    /// <summary>反映する</summary>
    Adopted,
    /// <summary>一部反映する</summary>
    PartlyAdopted,
    /// <summary>今後検討する</summary>
    Considered,
    /// <summary>反映しない: the text says why.</summary>
    NotAdopted,
}

/// <summary>How far a response is carried out.</summary>
public enum ResponseProgress
{
    /// <summary>未着手</summary>
    NotStarted,
    /// <summary>対応中</summary>
    UnderWay,
    /// <summary>対応済み</summary>
    Done,
}

/// <summary>意見: what the outside body as such says about a sheet, with the municipality's response: drafted by the section, confirmed by the planning office.</summary>
public sealed class ReviewOpinion : IPartOf<SheetReview>
{
    internal ReviewOpinion(SheetReviewId sheetReviewId, int number)
    {
        SheetReviewId = sheetReviewId;
        Number = number;
        Text = "";
    }

    public SheetReviewId SheetReviewId { get; private set; }
    /// <summary>From 1; the number of a removed one is not given again while later ones stand.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; }
    /// <summary>市の対応・考え方; a draft until it is confirmed.</summary>
    public ReviewResponse? Response { get; private set; }
    public ResponseConfirmation? Confirmed { get; private set; }
    /// <summary>The last time it was given back; stays until it is written anew.</summary>
    public ResponseReturn? Returned { get; private set; }
    /// <summary>Of a confirmed response that something is to be done for; null otherwise.</summary>
    public ResponseProgress? Progress { get; private set; }

    internal void Set(string text)
    {
        if (Text == text.Trim())
            return;
        Text = text.Trim();
        (Confirmed, Progress) = (null, null);
    }

    internal void Draft(ResponseSpec spec, PersonId? by, DateTime atUtc)
    {
        if (Response is null || (Response.Kind, Response.Text, Response.DoneBy) != (spec.Kind, spec.Text!.Trim(), spec.DoneBy))
            Response = new(spec.Kind!.Value, spec.Text!.Trim(), spec.DoneBy, by, atUtc);
        Returned = null;
    }

    internal void Confirm(PersonId? by, DateTime atUtc) =>
        (Confirmed, Returned, Progress) = (new(by, atUtc), null, Response!.Kind == ResponseKind.NotAdopted ? null : ResponseProgress.NotStarted);

    internal void Return(string reason, PersonId? by, DateTime atUtc) => (Confirmed, Progress, Returned) = (null, null, new(by, atUtc, reason));

    internal void Report(ResponseProgress progress) => Progress = progress;
}

/// <summary>What the municipality answers to an opinion, who drafted it, and when.</summary>
/// <param name="DoneBy">Until when it is done, the day included; null where no day is promised.</param>
public sealed record ReviewResponse(ResponseKind Kind, string Text, DateOnly? DoneBy, PersonId? By, DateTime AtUtc);

public sealed record ResponseConfirmation(PersonId? By, DateTime AtUtc);

public sealed record ResponseReturn(PersonId? By, DateTime AtUtc, string Reason);

/// <summary>A response as it is to be: the kind and the words are both needed.</summary>
public sealed record ResponseSpec(ResponseKind? Kind, string? Text, DateOnly? DoneBy)
{
    public Refusal? WhyNot =>
        Kind is null ? Refusals.ResponseKindMissing
        : string.IsNullOrWhiteSpace(Text) ? (Kind == ResponseKind.NotAdopted ? Refusals.NotAdoptedReasonMissing : Refusals.ReviewTextMissing("市の考え方"))
        : Text.Trim().Length > SheetReview.LongestText ? Refusals.TextTooLong("市の考え方", SheetReview.LongestText, Text.Trim().Length)
        : Kind == ResponseKind.NotAdopted && DoneBy is not null ? Refusals.NotAdoptedHasDay : null;
}
