using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Plans;

namespace Shirube.Office.Projects;

/// <summary>What the page of a project shows, whoever reads it.</summary>
internal sealed record ProjectReading(
    Project Project, IReadOnlyList<ProjectOwner> Owners, PlanPaths Paths, MoneyTable Money, IReadOnlyList<Indicator> Indicators, IReadOnlyList<EvaluationFact> Evaluations, Linkage Linked, IReadOnlyList<HistoryLine> History)
{
    public int Weight => Owners.Count + Paths.Places.Count + Money.Count + Indicators.Sum(i => 1 + i.Actuals.Count + i.Targets.Count) + Evaluations.Sum(e => 1 + e.Answers.Count) + Linked.Count + History.Sum(h => 1 + h.Fields.Count);

    /// <summary>Null where there is no such project.</summary>
    /// <param name="personal">Whether the history tells the personal fields.</param>
    public static async Task<ProjectReading?> Read(OfficeDb db, PublicKey key, FiscalYear year, bool personal)
    {
        if (await Placed(db, key, year) is not var (project, owners, paths, staffing))
            return null;
        MoneyTable money = new(await db.Set<Money>().AsNoTracking().Where(m => m.ProjectId == project.Id).ToListAsync(), staffing);
        var indicators = await (from use in db.Set<IndicatorUse>().AsNoTracking()
                                where use.ProjectId == project.Id
                                join indicator in db.Indicators on use.IndicatorId equals indicator.Id
                                orderby use.Order, indicator.Id
                                select indicator).Include(i => i.Actuals).Include(i => i.Targets).AsSingleQuery().ToListAsync();
        var evaluations = await db.EvaluationFacts.AsNoTracking().Where(f => f.ProjectId == project.Id).OrderByDescending(f => f.Year).Include(f => f.Answers).AsSingleQuery().ToListAsync();
        ProjectReading reading = new(project, owners, paths, money, indicators, evaluations, await Linkage.OfProject(db, project.Id, paths), []);
        return reading with { History = await RecentChanges.Of(db, [project.Id.Value, .. indicators.Select(i => i.Id.Value), .. evaluations.Select(e => e.Id.Value)], personal, reading.Known()) };
    }

    // why: what there are few of in one query: budget lines, owners, places and staff beside the project's own text.
    private static async Task<(Project, IReadOnlyList<ProjectOwner>, PlanPaths, IReadOnlyList<Staffing>)?> Placed(OfficeDb db, PublicKey key, FiscalYear year)
    {
        var rows = await PlanPaths.In(db, db.Projects.Include(p => p.BudgetLines).Where(p => p.Key == key)).Select(placed => new
        {
            placed.Project, Placed = placed,
            Staffing = placed.Project.Staffing.ToList(),
            Owners = placed.Project.Ownerships.OrderBy(o => o.From).Select(o => new ProjectOwner(o.From, o.DepartmentId, db.Departments.Where(d => d.Id == o.DepartmentId).Select(d => d.Name).First())).ToList(),
        }).AsNoTracking().AsSingleQuery().ToListAsync();
        return rows is [var row, ..] ? (row.Project, row.Owners, PlanPaths.Of(rows.Select(r => r.Placed), year), row.Staffing) : null;
    }

    // why: the history speaks of what the page shows anyway.
    private List<RecordName> Known() =>
    [
        new(Project.Id.Value, nameof(Project), Project.Name, Project.Key.Value, null),
        .. Indicators.Select(i => new RecordName(i.Id.Value, nameof(Indicator), i.Name, i.Key.Value, null)),
        .. Evaluations.Select(e => new RecordName(e.Id.Value, nameof(EvaluationFact), Project.Name, Project.Key.Value, null)),
        .. Owners.Select(o => new RecordName(o.Id.Value, nameof(Department), o.Name, null, null)),
        .. Paths.Places.Select(p => new RecordName(p.PlanId!.Value.Value, nameof(Plan), p.PlanName!, p.PlanKey!.Value.Value, null)),
        .. Paths.Places.Where(p => p.Item.Title is not null).Select(p => new RecordName(Guid.Empty, nameof(PlanItem), p.Item.Name, p.ItemKey!.Value.Value, p.PlanKey!.Value.Value)),
    ];
}

/// <summary>A department that owns a project from a year on.</summary>
public sealed record ProjectOwner(FiscalYear From, DepartmentId Id, string Name);
