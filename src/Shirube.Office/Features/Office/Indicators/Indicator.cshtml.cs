using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Indicators;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class IndicatorPage(OfficeDb db, Reach reach, SignedIn signedIn) : PageModel
{
    public Indicator Indicator { get; private set; } = null!;
    public AssessedIndicator Assessed { get; private set; } = null!;
    public bool MayDecide => signedIn.May(Operation.EditPlan);
    public PlanPaths? Paths { get; private set; }
    public IReadOnlyList<Use> Uses { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public IReadOnlyList<ValueRevision> Revisions { get; private set; } = [];
    public bool MayEdit { get; private set; }

    public sealed record Use(string Address, string Name);

    public async Task<IActionResult> OnGet(string key)
    {
        if (await db.Indicators.AsNoTracking().Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Uses).Include(i => i.Shares).Include(i => i.Breaks).AsSplitQuery().SingleOrDefaultAsync(i => i.Key == new PublicKey(key)) is not { } indicator)
            return NotFound();
        Indicator = indicator;
        Assessed = await AssessedIndicator.Of(db, indicator);
        var projects = indicator.Uses.Select(u => u.ProjectId).OfType<Domain.Projects.ProjectId>().ToList();
        var items = indicator.Uses.Select(u => u.ItemKey).OfType<PublicKey>().ToList();
        Uses = [
            .. (await db.Projects.AsNoTracking().Where(p => projects.Contains(p.Id)).Select(p => new { p.Key, p.Name }).ToListAsync()).Select(p => new Use($"~/projects/{p.Key}", p.Name)),
            .. (await (from i in db.PlanItems.AsNoTracking()
                       join p in db.Plans on i.EditionId equals p.ShownId
                       where items.Contains(i.Key)
                       select new { Plan = p.Key, i.Key, i.Title }).ToListAsync()).DistinctBy(i => i.Key).Select(i => new Use($"~/plans/{i.Plan}/{i.Key}", i.Title))];
        if (projects.Count > 0)
            Paths = await PlanPaths.Of(db, projects[0], reach.Year);
        MayEdit = await reach.Includes(signedIn, db, indicator);
        Revisions = await ValueRevisions.Of(db, indicator.Id);
        History = await RecentChanges.Of(db, [indicator.Id.Value], personal: false);
        return Page();
    }
}
