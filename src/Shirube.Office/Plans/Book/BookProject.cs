using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Plans;

/// <summary>A project under an item of the plan, with its department of the year and its amounts of the cost year; an unknown one is null, with the reason where one was given.</summary>
public sealed record BookProject(PublicKey Item, bool IsMain, string? Number, string Name, bool IsSample, string? Department, Yen? Cost, Absence? Absence, Yen? General)
{
    internal static async Task<IReadOnlyList<BookProject>> Of(OfficeDb db, PlanId plan, BookCostYear? cost, FiscalYear now)
    {
        var placed = await (from p in db.Projects.AsNoTracking()
                            from l in p.Placements
                            where l.PlanId == plan
                            orderby p.Number == null, p.Number!.Length, p.Number, p.Name, p.Id
                            select new { p.Id, l.ItemKey, l.IsMain, p.Number, p.Name, p.IsSample }).ToListAsync();
        var owners = await OwnersOf(db, plan, now);
        var figures = await FiguresOf(db, plan, cost);
        return [.. placed.Select(p =>
        {
            var mine = figures[p.Id].ToDictionary(m => m.Kind);
            var stated = mine.GetValueOrDefault(MoneyKind.Total);
            return new BookProject(p.ItemKey, p.IsMain, p.Number, p.Name, p.IsSample, owners.GetValueOrDefault(p.Id), stated?.Amount ?? Summed(mine), stated?.Absence, mine.GetValueOrDefault(MoneyKind.General)?.Amount);
        })];
    }

    private static Yen? Summed(Dictionary<MoneyKind, Figured> figures)
    {
        var known = CostCheck.Sources.Select(s => figures.GetValueOrDefault(s)?.Amount).OfType<Yen>().ToList();
        return known.Count == 0 ? null : known.Aggregate((a, b) => a + b);
    }

    private static async Task<ILookup<ProjectId, Figured>> FiguresOf(OfficeDb db, PlanId plan, BookCostYear? cost)
    {
        if (cost is not { Year: var year, Stage: var stage })
            return Array.Empty<Figured>().ToLookup(f => f.Project);
        var projects = db.Set<Placement>().Where(l => l.PlanId == plan).Select(l => l.ProjectId);
        return (await db.Set<Money>().AsNoTracking().Where(m => m.FiscalYear == year && m.Stage == stage && BookCostYear.Kinds.Contains(m.Kind) && projects.Contains(m.ProjectId))
            .Select(m => new Figured(m.ProjectId, m.Kind, m.Amount, m.Absence)).ToListAsync()).ToLookup(f => f.Project);
    }

    private static async Task<Dictionary<ProjectId, string>> OwnersOf(OfficeDb db, PlanId plan, FiscalYear now)
    {
        var projects = db.Set<Placement>().Where(l => l.PlanId == plan).Select(l => l.ProjectId);
        var owned = await (from o in db.Set<Ownership>()
                           join d in db.Departments on o.DepartmentId equals d.Id
                           where projects.Contains(o.ProjectId)
                           select new { o.ProjectId, o.From, d.Name }).ToListAsync();
        return owned.GroupBy(o => o.ProjectId).ToDictionary(g => g.Key, g => (g.Where(o => o.From <= now).MaxBy(o => o.From) ?? g.MinBy(o => o.From)!).Name);
    }

    private sealed record Figured(ProjectId Project, MoneyKind Kind, Yen? Amount, Absence? Absence);
}
