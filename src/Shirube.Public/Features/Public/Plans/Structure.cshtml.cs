using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>計画の全体像: which plans make up the present generation and the next, how each is composed, and how they are run.</summary>
public sealed class StructureModel : PublicPage
{
    private static readonly (string Name, PlanKind[] Kinds)[] Roles =
    [
        ("めざす姿", [PlanKind.Vision, PlanKind.BasicConcept]), ("施策の体系", [PlanKind.ActionPlan, PlanKind.BasicPlan]), ("毎年の実施", [PlanKind.ImplementationPlan]),
        ("総合戦略", [PlanKind.RegionalStrategy]), ("分野別計画など", [PlanKind.SectorPlan, PlanKind.Other]),
    ];

    private ILookup<PublicKey, LevelCount> levels = null!;
    private Dictionary<PublicKey, int> projects = [];
    private Dictionary<PublicKey, int> initiatives = [];

    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];
    public ILookup<PublicKey, ReleasedPlanTerm> Terms { get; private set; } = null!;
    public RunningFacts Running { get; private set; } = null!;
    private FiscalYear Year => FiscalYear.Of(Today);

    public IReadOnlyList<PlanRow> Now => [.. Plans.Where(p => p.IsInForce(Year))];
    public IReadOnlyList<PlanRow> Next => [.. Plans.Where(p => p.FirstYear > Year)];

    /// <summary>What the plans of each kind are for, the present ones beside the next.</summary>
    public IEnumerable<(string Role, IReadOnlyList<PlanRow> Now, IReadOnlyList<PlanRow> Next)> Compared =>
        Roles.Select(r => (r.Name, Of(r.Kinds, Now), Of(r.Kinds, Next))).Where(r => r.Item2.Count + r.Item3.Count > 0);

    public IEnumerable<(string Role, PlanRow Plan)> Layers(IReadOnlyList<PlanRow> generation) => Roles.SelectMany(r => Of(r.Kinds, generation).Select(p => (r.Name, p)));

    /// <summary>政策 8 › 施策 24 › 事務事業 62</summary>
    public string Composition(PlanRow plan)
    {
        var parts = levels[plan.Key].Where(l => l.Items > 0).OrderBy(l => l.Place).Select(l => $"{l.Name} {l.Items:#,0}").ToList();
        if (projects.GetValueOrDefault(plan.Key) is > 0 and var placed)
            parts.Add($"事務事業 {placed:#,0}");
        return string.Join(" › ", parts);
    }

    public int Initiatives(PlanRow plan) => initiatives.GetValueOrDefault(plan.Key);

    public void OnGet()
    {
        Plans = PlanRow.All(Release);
        levels = Release.Query<LevelCount>("SELECT l.plan, l.place, l.name, (SELECT count(*) FROM items i WHERE i.plan = l.plan AND i.level = l.place AND i.edition IN (SELECT value FROM json_each(@editions))) AS items FROM levels l",
            new { editions = System.Text.Json.JsonSerializer.Serialize(Plans.Select(p => p.Edition.Value)) }).ToLookup(l => l.Plan);
        projects = Counts("SELECT plan, count(DISTINCT project) AS number FROM placements GROUP BY plan");
        initiatives = Counts("SELECT plan, count(*) AS number FROM initiatives GROUP BY plan");
        Terms = Release.Query<ReleasedPlanTerm>("SELECT * FROM plan_terms ORDER BY first_year").ToLookup(t => t.Plan);
        Running = Release.Query<RunningFacts>("""
            SELECT (SELECT count(*) FROM projects) AS projects, (SELECT max(fiscal_year) FROM money WHERE stage = 'Settled' AND amount IS NOT NULL) AS settled,
                   (SELECT max(year) FROM evaluations) AS evaluated, (SELECT count(*) FROM evaluations WHERE year = (SELECT max(year) FROM evaluations)) AS evaluations,
                   (SELECT count(*) FROM indicators) AS indicators, (SELECT min(year) FROM plan_reviews WHERE result IS NULL AND year >= @year) AS review
            """, new { year = Year.Value })[0];
    }

    private Dictionary<PublicKey, int> Counts(string sql) => Release.Query<PlanCount>(sql).ToDictionary(c => c.Plan, c => c.Number);

    private static IReadOnlyList<PlanRow> Of(PlanKind[] kinds, IReadOnlyList<PlanRow> plans) => [.. plans.Where(p => kinds.Contains(p.Kind))];
}

public sealed record LevelCount(PublicKey Plan, int Place, string Name, int Items);

public sealed record PlanCount(PublicKey Plan, int Number);

/// <summary>How far the yearly round has come; null where nothing is known.</summary>
/// <param name="Review">The year at whose end the next review is made.</param>
public sealed record RunningFacts(int Projects, FiscalYear? Settled, FiscalYear? Evaluated, int Evaluations, int Indicators, FiscalYear? Review);
