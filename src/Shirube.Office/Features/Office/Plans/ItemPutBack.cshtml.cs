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
public sealed class ItemPutBackPage(OfficeDb db, SignedIn signedIn) : PutBackPage(db, signedIn)
{
    private WorkingTree working = null!;
    private PlanItem item = null!;

    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    protected override async Task<(Aggregate, Guid, PutBackPlace)?> Load()
    {
        if (await WorkingTree.Read(Db, Plan, edition: null, tracked: true) is not { } tree || tree.Find(Item) is not { } found)
            return null;
        (working, item) = (tree, found);
        return (found, found.Id.Value, new(WorkingTree.NameOf(found), $"~/plans/{Plan}/{Item}", "plans", [new("計画", "~/plans"), new(tree.Plan.Name, $"~/plans/{Plan}")]));
    }

    protected override Task PutBack(PastField past, string why)
    {
        working.PutBack(item, past);
        return Task.CompletedTask;
    }
}
