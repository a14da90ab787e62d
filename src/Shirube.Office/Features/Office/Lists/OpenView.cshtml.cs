using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>The address of a view that people pass on: leads to its list, or says why not.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class OpenViewPage(OfficeDb db, Views views, SignedIn signedIn) : PageModel
{
    public Refusal Refusal { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string key)
    {
        if (await db.SavedViews.AsNoTracking().SingleOrDefaultAsync(v => v.Key == new PublicKey(key)) is not { } view)
            return NotFound();
        if (view.WhyNotOpen(signedIn.Id, await views.UnitsOf(signedIn.Person)) is not { } refusal)
            return LocalRedirect($"~/{view.List}{(ListQuery.Of(view.Address) with { View = view.Key.Value }).Address()}");
        Refusal = refusal;
        Response.StatusCode = 403;
        return Page();
    }
}
