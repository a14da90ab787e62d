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

    /// <summary>The plans in whose period a mayor's term ends before the plan does, with those days.</summary>
    public IEnumerable<(PlanRow Plan, IReadOnlyList<DateOnly> Ends)> TermsEndingInside =>
        Plans.Select(p => (p, (IReadOnlyList<DateOnly>)[.. Terms.Select(t => t.LastDay).Where(d => p.FirstYear.FirstDay <= d && (p.LastYear is not { } last || d < last.LastDay))])).Where(p => p.Item2.Count > 0);

    public void OnGet()
    {
        Plans = PlanRow.All(Release);
        Terms = Release.Query<ReleasedMayoralTerm>("SELECT * FROM mayoral_terms ORDER BY first_day");
    }
}
