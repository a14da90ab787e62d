using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;
using Shirube.Office.Indicators;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

// why: going back behind what others saved is the planner's; who edits one department corrects with the ordinary form.
[Authorize(Policy = nameof(Operation.EditPlan)), Authorize(Policy = nameof(Operation.EditProject))]
public sealed class IndicatorPutBackPage(OfficeDb db, SignedIn signedIn) : PutBackPage(db, signedIn)
{
    private Indicator indicator = null!;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    protected override async Task<(Aggregate, Guid, PutBackPlace)?> Load()
    {
        if (await Db.Indicators.Include(i => i.Actuals).Include(i => i.Targets).AsSplitQuery().SingleOrDefaultAsync(i => i.Key == new PublicKey(Key)) is not { } found)
            return null;
        indicator = found;
        return (found, found.Id.Value, new(found.Name, $"~/indicators/{Key}", "indicators", [new("指標", "~/indicators")]));
    }

    protected override Task PutBack(PastField past, string why)
    {
        indicator.PutBack(past, SignedIn.Today, why);
        return Task.CompletedTask;
    }
}
