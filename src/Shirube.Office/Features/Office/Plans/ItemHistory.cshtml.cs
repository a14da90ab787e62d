using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ItemHistoryPage(OfficeDb db, SignedIn signedIn) : HistoryPage(db, signedIn)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    public override IReadOnlyList<string> Kinds => [nameof(PlanItem), .. LinkRecords.Kinds];

    // why: an item keeps its key across editions; its history is that of all of them, the shown one is what stands now.
    protected override async Task<HistorySubject?> Find()
    {
        var found = await (from item in Db.PlanItems
                           join edition in Db.Editions on item.EditionId equals edition.Id
                           join plan in Db.Plans on edition.PlanId equals plan.Id
                           where plan.Key == new PublicKey(Plan) && item.Key == new PublicKey(Item)
                           orderby plan.ShownId == edition.Id descending, edition.Id descending
                           select new { item.Id, item.Title, Plan = plan.Name }).AsNoTracking().ToListAsync();
        return found.Count == 0 ? null
            : new(found[0].Title, "plans", [new("計画", "~/plans"), new(found[0].Plan, $"~/plans/{Plan}")], $"~/plans/{Plan}/{Item}", found[0].Id.Value, [.. found.Skip(1).Select(f => f.Id.Value), .. await Db.LinksEver(new PublicKey(Item))], SignedIn.MayDo(Operation.EditPlan).Scope == Scope.All);
    }
}
