using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class PlansPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public sealed record Row(PublicKey Key, string Name, PlanKind Kind, FiscalYear First, FiscalYear? Last, string? PeriodNote, Edition? Edition, int Items, int Projects);

    public async Task OnGet() =>
        Rows = await (from plan in db.Plans.AsNoTracking()
                      let edition = db.Editions.FirstOrDefault(e => e.Id == plan.ShownId)
                      orderby plan.First descending, plan.Name, plan.Id
                      select new Row(plan.Key, plan.Name, plan.Kind, plan.First, plan.Last, plan.PeriodNote, edition,
                          db.PlanItems.Count(i => i.EditionId == edition.Id), db.Set<Domain.Projects.Placement>().Count(l => l.PlanId == plan.Id && l.IsMain))).ToListAsync();
}
