using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>A plan with the edition people work on as a whole: its own fields, and every item that ever stood in it.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class PlanHistoryPage(OfficeDb db, SignedIn signedIn) : HistoryPage(db, signedIn)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    public override IReadOnlyList<string> Kinds => [nameof(Plan), nameof(Edition), nameof(PlanItem)];

    protected override async Task<HistorySubject?> Find() =>
        await Db.Plans.AsNoTracking().Where(p => p.Key == new PublicKey(Plan)).Select(p => new
        {
            p.Id,
            p.Name,
            Editions = Db.Editions.Where(e => e.PlanId == p.Id).OrderByDescending(e => e.Id).Select(e => e.Id).ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync() is not { } found ? null
            : new(found.Name, "plans", [new("計画", "~/plans")], $"~/plans/{Plan}", found.Id.Value, [.. found.Editions.Select(e => e.Value)], SignedIn.MayDo(Operation.EditPlan).Scope == Scope.All, found.Editions.FirstOrDefault());
}
