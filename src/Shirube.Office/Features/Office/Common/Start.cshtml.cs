using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class StartPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public Counts Numbers { get; private set; } = null!;
    public IReadOnlyList<RecentChange> Mine { get; private set; } = [];
    public IReadOnlyList<RecentChange> Latest { get; private set; } = [];
    public string Name => signedIn.Person.Name;
    public bool May(Operation operation) => signedIn.May(operation);

    /// <summary>How much there is, and what of it wants attention.</summary>
    public sealed record Counts(int Departments, int Projects, int Plans, int Items, int Indicators, int WithoutOwner, int WithoutPlace, int WithoutMoney)
    {
        public bool IsEmpty => Projects == 0;
    }

    public async Task OnGet()
    {
        var year = FiscalYear.Of(signedIn.Today);
        Numbers = new(
            await db.Departments.CountAsync(d => d.From <= year && (d.To == null || d.To >= year)), await db.Projects.CountAsync(), await db.Plans.CountAsync(), await db.PlanItems.CountAsync(), await db.Indicators.CountAsync(),
            await db.Projects.CountAsync(p => !p.Ownerships.Any(o => o.From <= year)), await db.Projects.CountAsync(p => !p.Placements.Any()), await db.Projects.CountAsync(p => !p.Money.Any(m => m.Amount != null)));
        Mine = await RecentChanges.Saves(db, signedIn.Id, 8);
        Latest = await RecentChanges.Saves(db, null, 8);
    }
}
