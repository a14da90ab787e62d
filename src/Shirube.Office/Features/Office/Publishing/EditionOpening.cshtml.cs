using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Publish))]
public sealed class EditionOpeningPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public Edition Edition { get; private set; } = null!;
    public string PlanName { get; private set; } = "";
    public int Items { get; private set; }

    public async Task<IActionResult> OnGet() => await Read() ? Page() : NotFound();

    public Task<IActionResult> OnPostOpen() => Change(e => e.Open(signedIn.Id, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostTakeBack() => Change(e => e.TakeBack());

    public Task<IActionResult> ShowAgain() => OnGet();

    private async Task<IActionResult> Change(Action<Edition> change)
    {
        if (!await Read())
            return NotFound();
        db.Expect(Edition, Version);
        change(Edition);
        await db.SaveChangesAsync();
        return RedirectToPage("Releases");
    }

    private async Task<bool> Read()
    {
        var key = new PublicKey(Key);
        if (await db.Editions.SingleOrDefaultAsync(e => e.Key == key) is not { } found)
            return false;
        Edition = found;
        PlanName = await db.Plans.Where(p => p.Id == found.PlanId).Select(p => p.Name).SingleAsync();
        Items = await db.PlanItems.CountAsync(i => i.EditionId == found.Id);
        return true;
    }
}
