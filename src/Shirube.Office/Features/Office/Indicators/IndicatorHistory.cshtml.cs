using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class IndicatorHistoryPage(OfficeDb db, SignedIn signedIn) : HistoryPage(db, signedIn)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public override IReadOnlyList<string> Kinds => [nameof(Indicator)];

    protected override async Task<HistorySubject?> Find() =>
        await Db.Indicators.AsNoTracking().Where(i => i.Key == new PublicKey(Key)).Select(i => new { i.Id, i.Name }).SingleOrDefaultAsync() is not { } found ? null
            : new(found.Name, "indicators", [new("指標", "~/indicators")], $"~/indicators/{Key}", found.Id.Value, [], SignedIn.May(Operation.EditPlan) && SignedIn.MayDo(Operation.EditProject).Scope == Scope.All);
}
