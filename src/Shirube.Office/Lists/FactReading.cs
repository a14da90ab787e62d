using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Lists;

/// <summary>Reads what lists know of the whole office, each part in one query and again only after records of its kind were saved.</summary>
internal sealed class FactReading(OfficeDb db, ListMemory memory, OfficeMoment moment)
{
    private static readonly string[] Plan = [nameof(Domain.Plans.Plan)], Items = [nameof(PlanItem)], Units = [nameof(Department)], Figures = [nameof(Project)], Years = [nameof(Indicator)], Heirs = [nameof(Reorganization)];

    private sealed record KnownPlan(PlanId Id, PublicKey Key, string Name, FiscalYear First, FiscalYear? Last, EditionId? Shown, IReadOnlyList<Level> Levels);

    private sealed record KnownItem(PlanId PlanId, EditionId EditionId, PlanItemId Id, PlanItemId? ParentId, PublicKey Key, int Order, string? Code, string Title, LevelId LevelId);

    /// <summary>One class, one year and stage of money, or how many projects a plan has.</summary>
    private sealed record KnownFigure(string What, string Word, int Number);

    public async Task<OfficeFacts> Read()
    {
        var units = await memory.Of(db, moment, Units, "departments", () => db.Departments.AsNoTracking().ToListAsync());
        var plans = await memory.Of(db, moment, Plan, "plans", ReadPlans);
        // why: which editions are shown is part of the question, so that a plan saved with another name leaves the items as they are.
        var items = await memory.Of(db, moment, Items, $"items {string.Join(',', plans.Select(p => p.Shown?.Value))}", ReadItems);
        var figures = await memory.Of(db, moment, Figures, "figures", ReadFigures);
        var years = await memory.Of(db, moment, Years, "years", () => db.Set<Actual>().Select(a => a.FiscalYear).Union(db.Set<Target>().Select(t => t.FiscalYear)).ToListAsync());
        var successions = await memory.Of(db, moment, Heirs, "successions", () => DepartmentTree.PairsOf(db));
        return new(units, Places(plans, items), [.. plans.Select(p => Facts(p, figures))],
            [.. figures.Where(f => f.What == "class").Select(f => f.Word).Order(StringComparer.Ordinal)],
            [.. figures.Where(f => f.What == "slice").Select(f => (new FiscalYear(f.Number), Enum.Parse<MoneyStage>(f.Word)))], [.. years.Order()])
        {
            Successions = successions,
        };
    }

    private async Task<List<KnownPlan>> ReadPlans() =>
        (await db.Plans.AsNoTracking().Include(p => p.Levels).AsSingleQuery().ToListAsync()).ConvertAll(p => new KnownPlan(p.Id, p.Key, p.Name, p.First, p.Last, p.ShownId, [.. p.Levels.OrderBy(l => l.Order)]));

    private Task<List<KnownItem>> ReadItems() =>
        (from plan in db.Plans
         join item in db.PlanItems on plan.ShownId equals item.EditionId
         select new KnownItem(plan.Id, item.EditionId, item.Id, item.ParentId, item.Key, item.Order, item.Code, item.Title, item.LevelId)).AsNoTracking().ToListAsync();

    // why: three short answers in one query, for the sake of whoever opens a list right after somebody saved a project.
    private Task<List<KnownFigure>> ReadFigures() => db.Database.SqlQueryRaw<KnownFigure>("""
        SELECT 'class' AS "What", class AS "Word", 0 AS "Number" FROM projects WHERE class IS NOT NULL GROUP BY class
        UNION ALL SELECT 'slice', stage, fiscal_year FROM money GROUP BY fiscal_year, stage
        UNION ALL SELECT 'plan', CAST(plan_id AS TEXT), CAST(COUNT(*) AS INTEGER) FROM placements WHERE is_main GROUP BY plan_id
        """).ToListAsync();

    private static PlanPlaces Places(List<KnownPlan> plans, List<KnownItem> items)
    {
        var byId = plans.ToDictionary(p => p.Id);
        var levels = plans.SelectMany(p => p.Levels).ToDictionary(l => l.Id);
        return new(items.Where(i => byId.ContainsKey(i.PlanId)).Select(i => (Item: i, Plan: byId[i.PlanId], Level: levels[i.LevelId]))
            .Select(p => new PlanPlaces.Place(p.Plan.Id, p.Plan.Key, p.Plan.Name, p.Item.EditionId, p.Item.Id, p.Item.ParentId, p.Item.Key, p.Item.Order, p.Item.Code, p.Item.Title, p.Level.CarriesProjects, p.Level.Order)));
    }

    private static PlanFacts Facts(KnownPlan plan, List<KnownFigure> figures) =>
        new(plan.Id, plan.Key, plan.Name, plan.First, plan.Last, [.. plan.Levels.Select(l => (l.Order, l.Name))], figures.Where(f => f.What == "plan" && Guid.Parse(f.Word, CultureInfo.InvariantCulture) == plan.Id.Value).Sum(f => f.Number));
}
