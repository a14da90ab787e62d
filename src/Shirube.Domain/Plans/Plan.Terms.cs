using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Plans;

public sealed partial class Plan
{
    private static readonly string[][] NamesOfTerms = [[], ["全期"], ["前期", "後期"], ["前期", "中期", "後期"]];
    private readonly List<PlanTerm> terms = [];
    private readonly List<PlanReview> reviews = [];

    /// <summary>The terms inside the period (前期・後期); they never overlap and may leave years out.</summary>
    public IReadOnlyList<PlanTerm> Terms => terms;

    public IReadOnlyList<PlanReview> Reviews => reviews;

    public Refusal? WhyNotTerm(string? name, FiscalYear first, FiscalYear last, PlanTermId? changed = null) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("期の名前")
        : last < first ? Refusals.EndBeforeBegin($"期「{name.Trim()}」")
        : first < First || last > Last ? Refusals.TermOutsidePeriod(name.Trim(), First, Last)
        : terms.Find(t => t.Id != changed && t.First <= last && first <= t.Last) is { } other ? Refusals.TermsOverlap(name.Trim(), other.Name) : null;

    public PlanTerm AddTerm(string name, FiscalYear first, FiscalYear last)
    {
        WhyNotTerm(name, first, last).ThrowIfAny();
        var term = new PlanTerm(PlanTermId.New(), Id, name.Trim(), first, last);
        terms.Add(term);
        return term;
    }

    public void ChangeTerm(PlanTermId id, string name, FiscalYear first, FiscalYear last)
    {
        var term = terms.Find(t => t.Id == id);
        (term is null ? Refusals.TermUnknown : WhyNotTerm(name, first, last, id)).ThrowIfAny();
        (term!.Name, term.First, term.Last) = (name.Trim(), first, last);
        DropReviewsWithoutGround();
    }

    /// <summary>Takes a term away, and with it the review at its end that nobody has made yet.</summary>
    public void RemoveTerm(PlanTermId id)
    {
        (terms.RemoveAll(t => t.Id == id) == 0 ? Refusals.TermUnknown : null).ThrowIfAny();
        DropReviewsWithoutGround();
    }

    private void DropReviewsWithoutGround() => reviews.RemoveAll(r => r.Outcome is null && r.Reason is null && !EndsTerm(r.Year));

    public Refusal? WhyNotDivide(int years) =>
        terms.Count > 0 ? Refusals.TermsThere : Last is not { } last ? Refusals.PeriodOpen : years < 1 || years > last - First + 1 ? Refusals.TermLength(years) : null;

    /// <summary>Divides the period into terms of so many years (4年×2期), the last one shorter where years do not go up; at the end of each but the last stands a review.</summary>
    public void Divide(int years)
    {
        WhyNotDivide(years).ThrowIfAny();
        var count = (Last!.Value - First + years) / years;
        for (var i = 0; i < count; i++)
        {
            var first = First + i * years;
            var last = i == count - 1 ? Last.Value : first + (years - 1);
            AddTerm(count < NamesOfTerms.Length ? NamesOfTerms[count][i] : $"第{i + 1}期", first, last);
            if (i < count - 1 && WhyNotReview(last, null) is null)
                Review(last, null);
        }
    }

    public bool EndsTerm(FiscalYear year) => Last == year || terms.Exists(t => t.Last == year);

    public Refusal? WhyNotReview(FiscalYear year, string? reason) =>
        year < First || year > Last ? Refusals.ReviewOutsidePeriod(year)
        : reviews.Exists(r => r.Year == year) ? Refusals.ReviewThere(year)
        : !EndsTerm(year) && string.IsNullOrWhiteSpace(reason) ? Refusals.ReviewReasonMissing(year) : null;

    /// <summary>Says that the plan is reviewed at the end of a year.</summary>
    public PlanReview Review(FiscalYear year, string? reason)
    {
        WhyNotReview(year, reason).ThrowIfAny();
        var review = new PlanReview(PlanReviewId.New(), Id, year, Blank.ToNull(reason));
        reviews.Add(review);
        return review;
    }

    /// <summary>Records what came of a review.</summary>
    public void Conclude(PlanReview review, ReviewResult result, string body, DateOnly day, string? reason, PersonId by, DateTime atUtc)
    {
        (review.Outcome is not null ? Refusals.ReviewDecided(review.Year)
            : string.IsNullOrWhiteSpace(body) ? Refusals.NameMissing("判断した会議や機関")
            : day > Tokyo.DayOf(atUtc) ? Refusals.DecisionAhead : null).ThrowIfAny();
        review.Outcome = new(result, body.Trim(), day, Blank.ToNull(reason), by, atUtc);
    }

    /// <summary>Takes back an outcome recorded by mistake.</summary>
    public void Reopen(PlanReview review)
    {
        (review.Outcome is null ? Refusals.ReviewUndecided(review.Year) : null).ThrowIfAny();
        review.Outcome = null;
    }

    public void Cancel(PlanReview review)
    {
        (review.Outcome is not null ? Refusals.ReviewDecided(review.Year) : null).ThrowIfAny();
        reviews.Remove(review);
    }
}
