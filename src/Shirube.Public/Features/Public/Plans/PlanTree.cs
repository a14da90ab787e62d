using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>The public edition of a plan as a tree, with the money of the projects below each item.</summary>
public sealed class PlanTree
{
    private readonly ILookup<string, ItemRow> children;
    private readonly ILookup<string, ProjectCost> costs;

    private PlanTree(PlanRow plan, IReadOnlyList<LevelRow> levels, IReadOnlyList<ItemRow> items, IReadOnlyList<ProjectCost> costs, CostYear? costYear)
    {
        (Plan, Levels, Items, CostYear) = (plan, levels, items, costYear);
        children = items.ToLookup(i => i.Parent?.Value ?? "");
        this.costs = costs.ToLookup(c => c.Item.Value);
    }

    public PlanRow Plan { get; }
    public IReadOnlyList<LevelRow> Levels { get; }
    public IReadOnlyList<ItemRow> Items { get; }
    public CostYear? CostYear { get; }
    public IEnumerable<ItemRow> Top => children[""];
    public CostTotal Total => CostTotal.Of(costs.SelectMany(c => c).Select(c => c.Amount));

    public static PlanTree Load(Release release, PlanRow plan, DateOnly today)
    {
        var cost = CostYear.Of(release, today);
        var levels = release.Query<LevelRow>("SELECT place, name, carries_projects FROM levels WHERE plan = @plan ORDER BY place", new { plan = plan.Key.Value });
        var items = release.Query<ItemRow>("SELECT key, level, parent, code, title, plain_title, body, is_sample FROM items WHERE edition = @edition ORDER BY tree_order", new { edition = plan.Edition.Value });
        var placed = release.Query<ProjectCost>($"WITH {CostYear.Amounts} SELECT p.item, p.project, a.amount FROM placements p LEFT JOIN amounts a ON a.project = p.project WHERE p.plan = @plan AND p.is_main = 1", CostYear.Parameters(cost, plan.Key));
        return new(plan, levels, items, placed, cost);
    }

    public ItemRow? Find(string key) => Items.FirstOrDefault(i => i.Key.Value == key);
    public IEnumerable<ItemRow> ChildrenOf(ItemRow item) => children[item.Key.Value];
    public string LevelName(int place) => Levels.FirstOrDefault(l => l.Place == place)?.Name ?? "項目";
    public CostTotal TotalOf(ItemRow item) => CostTotal.Of(WithBelow(item).SelectMany(i => costs[i.Key.Value]).Select(c => c.Amount));

    /// <summary>From the top down to the item's parent.</summary>
    public IReadOnlyList<ItemRow> PathTo(ItemRow item)
    {
        var path = new List<ItemRow>();
        for (var at = item.Parent; at is { } key && Find(key.Value) is { } parent; at = parent.Parent)
            path.Insert(0, parent);
        return path;
    }

    public IEnumerable<ItemRow> WithBelow(ItemRow item) => ChildrenOf(item).SelectMany(WithBelow).Prepend(item);
}

/// <summary>A plan with the edition citizens see: the one in force, else the one under consultation.</summary>
public sealed record PlanRow(PublicKey Key, PlanKind Kind, string Name, FiscalYear FirstYear, FiscalYear? LastYear, string? PeriodNote, string? LegalBasis, string? Summary, string? Source, PublicKey? Predecessor,
    PublicKey Edition, string Label, EditionState State, DateOnly Since, bool CarriesProjects)
{
    private const string Sql = """
        SELECT p.*, e.key AS edition, e.label, e.state, e.since, EXISTS (SELECT 1 FROM levels l WHERE l.plan = p.key AND l.carries_projects = 1) AS carries_projects
        FROM plans p JOIN editions e ON e.key = (SELECT x.key FROM editions x WHERE x.plan = p.key ORDER BY x.state, x.since DESC, x.key LIMIT 1)
        ORDER BY p.first_year, p.name, p.key
        """;

    private static readonly PlanKind[] Carriers = [PlanKind.ActionPlan, PlanKind.BasicPlan, PlanKind.ImplementationPlan, PlanKind.BasicConcept, PlanKind.Other];

    public bool IsInForce(FiscalYear year) => FirstYear <= year && (LastYear is not { } last || year <= last);
    public string When(FiscalYear year) => IsInForce(year) ? "実施中" : FirstYear > year ? "次の計画" : "前の計画";

    public static IReadOnlyList<PlanRow> All(Release release) => release.Query<PlanRow>(Sql);

    public static PlanRow? Find(Release release, string key) => All(release).FirstOrDefault(p => p.Key.Value == key);

    /// <summary>The plan that carries the projects: the action plan (or what does its work) in force, else the next, else the last.</summary>
    public static PlanRow? Main(Release release, DateOnly today)
    {
        var year = FiscalYear.Of(today);
        return All(release)
            .OrderByDescending(p => p.CarriesProjects).ThenBy(p => p.IsInForce(year) ? 0 : p.FirstYear > year ? 1 : 2)
            .ThenBy(p => Array.IndexOf(Carriers, p.Kind) is var rank and >= 0 ? rank : Carriers.Length).ThenBy(p => p.FirstYear).FirstOrDefault();
    }
}

public sealed record LevelRow(int Place, string Name, bool CarriesProjects);

public sealed record ItemRow(PublicKey Key, int Level, PublicKey? Parent, string? Code, string Title, string? PlainTitle, string? Body, bool IsSample)
{
    public string CodeAndTitle => Code is null ? Title : $"{Code} {Title}";
}

public sealed record ProjectCost(PublicKey Item, PublicKey Project, long? Amount);
