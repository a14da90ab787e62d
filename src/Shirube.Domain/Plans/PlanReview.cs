using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Plans;

/// <summary>見直しの判断: at the end of a fiscal year it is decided whether the plan is kept or revised, because a term ends or because the municipality finds it necessary.</summary>
public sealed class PlanReview : IPartOf<Plan>
{
    internal PlanReview(PlanReviewId id, PlanId planId, FiscalYear year, string? reason)
    {
        Id = id;
        PlanId = planId;
        Year = year;
        Reason = reason;
    }

    public PlanReviewId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    /// <summary>At the end of this year; one review a year.</summary>
    public FiscalYear Year { get; private set; }
    /// <summary>Why it is made in this year; public. Null where a term's end says it.</summary>
    public string? Reason { get; private set; }
    public ReviewOutcome? Outcome { get; internal set; }
}

/// <summary>The outcome of a review: kept or revised, by which body, on which day and why (all public); and who recorded it when.</summary>
public sealed record ReviewOutcome(ReviewResult Result, string Body, DateOnly Day, string? Reason, PersonId By, DateTime AtUtc);

public enum ReviewResult
{
    /// <summary>継続: the plan stays as it is.</summary>
    Keep,
    /// <summary>改訂: an amended edition follows.</summary>
    Revise,
}
