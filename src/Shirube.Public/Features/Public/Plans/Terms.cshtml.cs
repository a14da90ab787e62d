using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Ui.Charts;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>Plan periods against mayoral terms, on one axis.</summary>
public sealed class TermsModel : PublicPage
{
    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];
    public IReadOnlyList<ReleasedMayoralTerm> Terms { get; private set; } = [];

    public PeriodBars Chart => new($"計画{Plans.Count}件の期間と、首長の任期{Terms.Count}期を、年度の目盛りに並べた図です。同じ内容を下の表に示します。",
        [.. Plans.Select(p => new Period(p.Name, $"{p.FirstYear.Short}〜{p.LastYear?.Short ?? ""}", p.FirstYear.FirstDay, p.LastYear?.LastDay, 1)),
         .. Terms.Select((t, i) => new Period("首長の任期", "任期", t.FirstDay, t.LastDay, i % 2 == 0 ? 2 : 3))], Today);

    /// <summary>The plan periods that a mayor's term ends in: the day, and how long before the plan's end it is.</summary>
    public IEnumerable<(PlanRow Plan, ReleasedMayoralTerm Term)> TermsEndingInside =>
        from plan in Plans
        from term in Terms
        where plan.FirstYear.FirstDay <= term.LastDay && (plan.LastYear is not { } last || term.LastDay < last.LastDay)
        select (plan, term);

    public void OnGet()
    {
        Plans = PlanRow.All(Release);
        Terms = Release.Query<ReleasedMayoralTerm>("SELECT * FROM mayoral_terms ORDER BY first_day");
    }
}
