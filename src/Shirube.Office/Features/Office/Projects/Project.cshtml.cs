using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
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
using Shirube.Office.Lists;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ProjectPage(OfficeDb db, Reach reach, SignedIn signedIn, OfficeLists lists) : PageModel
{
    public Project Project { get; private set; } = null!;
    public IReadOnlyList<Owner> Owners { get; private set; } = [];
    public PlanPaths Paths { get; private set; } = null!;
    public MoneyTable Money { get; private set; } = null!;
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    public IReadOnlyList<EvaluationFact> Evaluations { get; private set; } = [];
    public Linkage Linked { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public bool MayEdit { get; private set; }

    public sealed record Owner(FiscalYear From, DepartmentId Id, string Name);

    public async Task<IActionResult> OnGet(string key)
    {
        if (await Read(new(key)) is not { } staffing)
            return NotFound();
        var project = Project;
        Money = new(await db.Set<Money>().AsNoTracking().Where(m => m.ProjectId == project.Id).ToListAsync(), staffing);
        Indicators = await (from use in db.Set<IndicatorUse>().AsNoTracking()
                            where use.ProjectId == project.Id
                            join indicator in db.Indicators on use.IndicatorId equals indicator.Id
                            orderby use.Order, indicator.Id
                            select indicator).Include(i => i.Actuals).Include(i => i.Targets).AsSingleQuery().ToListAsync();
        Evaluations = await db.EvaluationFacts.AsNoTracking().Where(f => f.ProjectId == project.Id).OrderByDescending(f => f.Year).Include(f => f.Answers).AsSingleQuery().ToListAsync();
        Linked = await lists.Remembered(Linkage.MadeOf, $"linkage {project.Id.Value}", () => Linkage.OfProject(db, project.Id, Paths), l => l.Count);
        History = await RecentChanges.Of(db, [project.Id.Value, .. Indicators.Select(i => i.Id.Value), .. Evaluations.Select(e => e.Id.Value)], signedIn.May(Operation.ManagePeople), Known());
        var year = reach.Year;
        MayEdit = await reach.Includes(Operation.EditProject, (Owners.LastOrDefault(o => o.From <= year) ?? Owners.FirstOrDefault())?.Id);
        return Page();
    }

    // why: the history speaks of what the page shows anyway.
    private List<RecordName> Known() =>
    [
        new(Project.Id.Value, nameof(Domain.Projects.Project), Project.Name, Project.Key.Value, null),
        .. Indicators.Select(i => new RecordName(i.Id.Value, nameof(Indicator), i.Name, i.Key.Value, null)),
        .. Evaluations.Select(e => new RecordName(e.Id.Value, nameof(EvaluationFact), Project.Name, Project.Key.Value, null)),
        .. Owners.Select(o => new RecordName(o.Id.Value, nameof(Department), o.Name, null, null)),
        .. Paths.Places.Select(p => new RecordName(p.PlanId!.Value.Value, nameof(Plan), p.PlanName!, p.PlanKey!.Value.Value, null)),
        .. Paths.Places.Where(p => p.Item.Title is not null).Select(p => new RecordName(Guid.Empty, nameof(PlanItem), p.Item.Name, p.ItemKey!.Value.Value, p.PlanKey!.Value.Value)),
    ];

    // why: what there are few of in one query: budget lines, owners, places and staff beside the project's own text; null where there is no such project.
    private async Task<IReadOnlyList<Staffing>?> Read(PublicKey key)
    {
        var rows = await PlanPaths.In(db, db.Projects.Include(p => p.BudgetLines).Where(p => p.Key == key)).Select(placed => new
        {
            placed.Project, Placed = placed,
            Staffing = placed.Project.Staffing.ToList(),
            Owners = placed.Project.Ownerships.OrderBy(o => o.From).Select(o => new Owner(o.From, o.DepartmentId, db.Departments.Where(d => d.Id == o.DepartmentId).Select(d => d.Name).First())).ToList(),
        }).AsNoTracking().AsSingleQuery().ToListAsync();
        if (rows is not [var row, ..])
            return null;
        (Project, Owners, Paths) = (row.Project, row.Owners, PlanPaths.Of(rows.Select(r => r.Placed), reach.Year));
        return row.Staffing;
    }
}
