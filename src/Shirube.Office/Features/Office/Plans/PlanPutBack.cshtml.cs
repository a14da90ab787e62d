using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class PlanPutBackPage(OfficeDb db, SignedIn signedIn) : PutBackPage(db, signedIn)
{
    private Plan there = null!;

    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    protected override async Task<(Aggregate, Guid, PutBackPlace)?> Load()
    {
        if (await Db.Plans.Include(p => p.Levels).Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } found)
            return null;
        there = found;
        return (found, found.Id.Value, new(found.Name, $"~/plans/{Plan}", "plans", [new("計画", "~/plans")]));
    }

    protected override Task PutBack(PastField past, string why)
    {
        there.PutBack(past);
        return Task.CompletedTask;
    }
}
