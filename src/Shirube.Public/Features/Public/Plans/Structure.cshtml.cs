using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Ui.Charts;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>計画の全体像, made of what is published.</summary>
public sealed class StructureModel : PublicPage
{
    public PlanStructure Structure { get; private set; } = null!;

    public void OnGet()
    {
        var (year, plans) = (FiscalYear.Of(Today), PlanRow.All(Release));
        var levels = Release.Query<LevelCount>("SELECT l.plan, l.place, l.name, (SELECT count(*) FROM items i WHERE i.plan = l.plan AND i.level = l.place AND i.edition IN (SELECT value FROM json_each(@editions))) AS items FROM levels l",
            new { editions = System.Text.Json.JsonSerializer.Serialize(plans.Select(p => p.Edition.Value)) }).ToLookup(l => l.Plan);
        var projects = Counts("SELECT plan, count(DISTINCT project) AS number FROM placements GROUP BY plan");
        var initiatives = Counts("SELECT plan, count(*) AS number FROM initiatives GROUP BY plan");
        var terms = Release.Query<ReleasedPlanTerm>("SELECT * FROM plan_terms ORDER BY first_year").ToLookup(t => t.Plan);
        var drawn = plans.Select(p => new DrawnPlan(p.Kind, p.Name, p.FirstYear, p.LastYear, p.PeriodNote ?? Format.Period(p.FirstYear, p.LastYear), $"~/plans/{p.Key}", plans.Any(o => o.Key == p.Predecessor) ? $"~/plans/{p.Key}/compare" : null)
        {
            State = p.State == EditionState.UnderConsultation ? (Tone.Warn, "案") : null,
            Terms = [.. terms[p.Key].Select(t => $"{t.Name} {t.FirstYear.Short}〜{t.LastYear.Short}")],
            Levels = [.. levels[p.Key].OrderBy(l => l.Place).Select(l => (l.Name, l.Items))],
            Projects = projects.GetValueOrDefault(p.Key),
            Initiatives = initiatives.GetValueOrDefault(p.Key),
        }).ToList();
        Structure = new(drawn, year, "公表されていません", PublishedCycle.Of(RunningFacts.Read(Release, year), plans, year));
    }

    private Dictionary<PublicKey, int> Counts(string sql) => Release.Query<PlanCount>(sql).ToDictionary(c => c.Plan, c => c.Number);
}

public sealed record LevelCount(PublicKey Plan, int Place, string Name, int Items);

public sealed record PlanCount(PublicKey Plan, int Number);
