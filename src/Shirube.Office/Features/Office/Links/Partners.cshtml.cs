using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>What citizens, districts and companies do beside the municipality.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class PartnersPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public sealed record Row(PublicKey Key, string Who, PartnerKind Kind, string What, FiscalYear First, FiscalYear? Last, int? Goal, PublicKey? Plan, PublicKey? Item, string? Title, string? Contact, bool IsSample);

    public async Task OnGet() =>
        Rows = await (from activity in db.PartnerActivities.AsNoTracking()
                      from plan in db.Plans.Where(p => p.Id == activity.PlanId).DefaultIfEmpty()
                      from item in db.PlanItems.Where(i => i.EditionId == plan.ShownId && i.Key == activity.ItemKey).DefaultIfEmpty()
                      orderby activity.Kind, activity.Who, activity.Id
                      select new Row(activity.Key, activity.Who, activity.Kind, activity.What, activity.First, activity.Last, activity.Goal, plan.Key, activity.ItemKey, item.Title, activity.InternalContact, activity.IsSample)).ToListAsync();
}
