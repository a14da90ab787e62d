using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Ui.Charts;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>Plan periods, terms and reviews against mayoral terms, on one axis.</summary>
public sealed class TermsModel : PublicPage
{
    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];
    public ILookup<PublicKey, ReleasedPlanTerm> PlanTerms { get; private set; } = null!;
    public ILookup<PublicKey, ReleasedPlanReview> Reviews { get; private set; } = null!;
    public IReadOnlyList<ReleasedMayoralTerm> Terms { get; private set; } = [];

    public PeriodBars Chart => PlanPeriods.Chart(
        [.. Plans.Select(p => new PlanPeriod(p.Name, p.FirstYear, p.LastYear, [.. PlanTerms[p.Key].Select(t => (t.Name, t.FirstYear, t.LastYear))], [.. Reviews[p.Key].Select(r => r.Year)]))],
        [.. Terms.Select(t => (t.FirstDay, t.LastDay))], Today);

    /// <summary>The plans in whose period a mayor's term ends before the plan does, with those days.</summary>
    public IEnumerable<(PlanRow Plan, IReadOnlyList<DateOnly> Ends)> TermsEndingInside =>
        Plans.Select(p => (p, (IReadOnlyList<DateOnly>)[.. Terms.Select(t => t.LastDay).Where(d => p.FirstYear.FirstDay <= d && (p.LastYear is not { } last || d < last.LastDay))])).Where(p => p.Item2.Count > 0);

    public IEnumerable<(PlanRow Plan, ReviewTiming Timing)> Differing =>
        from plan in Plans
        from review in Reviews[plan.Key]
        where review.Result is null
        let timing = ReviewTiming.Of(review.Year, Terms.Select(t => t.LastDay))
        where timing.Differs
        select (plan, timing);

    public void OnGet()
    {
        Plans = PlanRow.All(Release);
        PlanTerms = Release.Query<ReleasedPlanTerm>("SELECT * FROM plan_terms ORDER BY first_year").ToLookup(t => t.Plan);
        Reviews = Release.Query<ReleasedPlanReview>("SELECT * FROM plan_reviews ORDER BY year").ToLookup(r => r.Plan);
        Terms = Release.Query<ReleasedMayoralTerm>("SELECT * FROM mayoral_terms ORDER BY first_day");
    }
}
