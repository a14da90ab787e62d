using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class InitiativesPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public sealed record Row(PublicKey Key, string Name, string? Words, bool IsSample, PublicKey Plan, string PlanName, int Items, int Projects);

    public async Task OnGet() =>
        Rows = await (from initiative in db.Initiatives.AsNoTracking()
                      join plan in db.Plans on initiative.PlanId equals plan.Id
                      orderby plan.First descending, plan.Name, plan.Id, initiative.Order, initiative.Id
                      select new Row(initiative.Key, initiative.Name, initiative.Words, initiative.IsSample, plan.Key, plan.Name, initiative.Members.Count(m => m.ItemKey != null), initiative.Members.Count(m => m.ProjectId != null))).ToListAsync();
}
