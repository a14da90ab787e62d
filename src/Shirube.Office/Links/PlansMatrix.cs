using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Projects;

namespace Shirube.Office.Links;

/// <summary>The items of one plan against those of another, at one level each, with what the projects cost: each counted once in every total.</summary>
public sealed class PlansMatrix
{
    private readonly PlanMatrix<ItemPlace, ProjectId> matrix;
    private readonly LatestCosts costs;
    private readonly IReadOnlyDictionary<ProjectId, (PublicKey Key, string Name)> names;

    private PlansMatrix(Plan plan, Plan other, LinkedTrees trees, LatestCosts costs, MatrixLevels levels, IReadOnlyDictionary<ProjectId, (PublicKey, string)> names)
    {
        (Plan, Other, Levels, this.costs, this.names) = (plan, other, levels, costs, names);
        var (rows, columns) = (trees.Items(plan.Id), trees.Items(other.Id));
        matrix = new(trees.Serving, [.. rows.Select(LinkedTrees.Of)], [.. columns.Select(LinkedTrees.Of)]);
        Rows = [.. rows.Where(r => r.Level == levels.Row)];
        Columns = [.. columns.Where(c => c.Level == levels.Column)];
        Found = columns.ToDictionary(LinkedTrees.Of);
    }

    public Plan Plan { get; }
    public Plan Other { get; }
    public MatrixLevels Levels { get; }
    public IReadOnlyList<PlanPlaces.Place> Rows { get; }
    public IReadOnlyList<PlanPlaces.Place> Columns { get; }
    /// <summary>令和8年度(当初予算); null where no project has an amount.</summary>
    public string? CostWords => costs.Words;
    public IReadOnlyList<PlanPlaces.Place> OrphanItems => [.. Rows.Where(r => matrix.IsOrphan(LinkedTrees.Of(r)))];
    public IReadOnlyList<(PublicKey Key, string Name)> OrphanProjects => [.. matrix.Orphans.Select(p => names[p]).OrderBy(p => p.Name, StringComparer.Ordinal)];
    public IReadOnlyList<(PublicKey Key, string Name, IReadOnlyList<string> Items)> DoubleHomes =>
        [.. matrix.DoubleHomes.Select(d => (names[d.Project].Key, names[d.Project].Name, (IReadOnlyList<string>)[.. d.Items.Select(i => Found[i].Name)])).OrderBy(d => d.Name, StringComparer.Ordinal)];
    public CostTotal Total => costs.Of(matrix.Common);

    private Dictionary<ItemPlace, PlanPlaces.Place> Found { get; }

    public (CostTotal Cost, int Links) Cell(PlanPlaces.Place row, PlanPlaces.Place column) => Of(matrix.Cell(LinkedTrees.Of(row), LinkedTrees.Of(column)));

    public (CostTotal Cost, int Links) RowTotal(PlanPlaces.Place row) => Of(matrix.Row(LinkedTrees.Of(row)));

    public CostTotal ColumnTotal(PlanPlaces.Place column) => costs.Of(matrix.Column(LinkedTrees.Of(column)));

    private (CostTotal, int) Of(MatrixCell<ProjectId> cell) => (costs.Of(cell.Projects), cell.Links);

    /// <param name="with">The key of the other plan; null for the first that has something in common, a 総合戦略 before others.</param>
    internal static async Task<PlansMatrix?> Read(OfficeDb db, string key, string? with, int? row, int? column, DateOnly today)
    {
        var plans = await db.Plans.AsNoTracking().Include(p => p.Levels).OrderBy(p => p.First).ThenBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        if (plans.Find(p => p.Key.Value == key) is not { } plan)
            return null;
        var trees = await LinkedTrees.Read(db);
        var other = with is null ? Usual(plans, plan, trees) : plans.Find(p => p.Key.Value == with && p.Id != plan.Id);
        if (other is null)
            return null;
        var named = await db.Projects.Select(p => new { p.Id, p.Key, p.Name }).ToDictionaryAsync(p => p.Id, p => (p.Key, p.Name));
        return new(plan, other, trees, await LatestCosts.Read(db, today), MatrixLevels.Of(trees.Items(plan.Id), trees.Items(other.Id), row, column), named);
    }

    private static Plan? Usual(List<Plan> plans, Plan plan, LinkedTrees trees) =>
        plans.Where(p => p.Id != plan.Id && trees.Items(p.Id).Count > 0)
            .OrderByDescending(p => trees.Links.Any(l => (l.PlanId == plan.Id && l.OtherPlanId == p.Id) || (l.OtherPlanId == plan.Id && l.PlanId == p.Id))).ThenBy(p => p.Kind != PlanKind.RegionalStrategy).FirstOrDefault()
        ?? plans.Find(p => p.Id != plan.Id);
}

/// <summary>Which levels stand in the rows and in the columns: the lowest of the one plan that carries projects, the highest of the other, unless somebody chooses.</summary>
public sealed record MatrixLevels(int Row, int Column)
{
    internal static MatrixLevels Of(IReadOnlyList<PlanPlaces.Place> rows, IReadOnlyList<PlanPlaces.Place> columns, int? row, int? column)
    {
        var usual = rows.Where(r => r.CarriesProjects).Select(r => r.Level).DefaultIfEmpty(rows.Select(r => r.Level).FirstOrDefault(1)).Max();
        return new(rows.Any(r => r.Level == row) ? row!.Value : usual, columns.Any(c => c.Level == column) ? column!.Value : columns.Select(c => c.Level).DefaultIfEmpty(1).Min());
    }
}
