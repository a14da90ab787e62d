using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Projects;

namespace Shirube.Office.Links;

/// <summary>The items of a plan, at one level, against the 17 goals of the SDGs, with what the projects cost: each counted once in every total.</summary>
public sealed class GoalsMatrix
{
    private readonly GoalMatrix<ItemPlace, ProjectId> matrix;
    private readonly LatestCosts costs;
    private readonly IReadOnlyDictionary<ProjectId, (PublicKey Key, string Name)> names;

    private GoalsMatrix(Plan plan, int? level, LinkedTrees trees, IReadOnlyList<GoalLink> links, LatestCosts costs, IReadOnlyDictionary<ProjectId, (PublicKey, string)> names)
    {
        (Plan, this.costs, this.names) = (plan, costs, names);
        var items = trees.Items(plan.Id);
        matrix = new(trees.Serving, [.. items.Select(LinkedTrees.Of)], [.. links.Where(l => l.Item is not null).Select(l => (l.Item!.Value, l.Goal))], [.. links.Where(l => l.ProjectId is not null).Select(l => (l.ProjectId!.Value, l.Goal))]);
        Level = MatrixLevels.Of(items, [], level, null).Row;
        Rows = [.. items.Where(r => r.Level == Level)];
    }

    public Plan Plan { get; }
    public int Level { get; }
    public IReadOnlyList<PlanPlaces.Place> Rows { get; }
    /// <summary>令和8年度(当初予算); null where no project has an amount.</summary>
    public string? CostWords => costs.Words;
    public IReadOnlyList<PlanPlaces.Place> OrphanItems => [.. Rows.Where(r => matrix.IsOrphan(LinkedTrees.Of(r)))];
    public IReadOnlyList<int> GoalsWithoutItem => matrix.WithoutItem;
    public IReadOnlyList<(PublicKey Key, string Name)> OrphanProjects => [.. matrix.Orphans.Select(p => names[p]).OrderBy(p => p.Name, StringComparer.Ordinal)];
    public CostTotal Total => costs.Of(matrix.ServingAny);

    public (CostTotal Cost, int Links) Cell(PlanPlaces.Place row, int goal) => Of(matrix.Cell(LinkedTrees.Of(row), goal));

    public (CostTotal Cost, int Links) RowTotal(PlanPlaces.Place row) => Of(matrix.Row(LinkedTrees.Of(row)));

    public (CostTotal Cost, int Links) ColumnTotal(int goal) => Of(matrix.Column(goal));

    public static string NameOf(int goal) => $"{goal} {GlobalGoals.NameOf(goal)}";

    private (CostTotal, int) Of(MatrixCell<ProjectId> cell) => (costs.Of(cell.Projects), cell.Links);

    internal static async Task<GoalsMatrix?> Read(OfficeDb db, string key, int? level, DateOnly today)
    {
        if (await db.Plans.AsNoTracking().Include(p => p.Levels).SingleOrDefaultAsync(p => p.Key == new PublicKey(key)) is not { } plan)
            return null;
        var links = await db.GoalLinks.AsNoTracking().ToListAsync();
        var named = await db.Projects.Select(p => new { p.Id, p.Key, p.Name }).ToDictionaryAsync(p => p.Id, p => (p.Key, p.Name));
        return new(plan, level, await LinkedTrees.Read(db), links, await LatestCosts.Read(db, today), named);
    }
}
