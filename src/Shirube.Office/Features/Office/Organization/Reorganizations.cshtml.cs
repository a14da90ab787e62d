using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManageDepartments))]
public sealed class ReorganizationsPage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Reorganization> Rows { get; private set; } = [];

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var next = FiscalYear.Of(signedIn.Today).Next;
        (Year, Reason) = ($"{next.Value}", $"{next.Era}機構改革");
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var draft = Reorganization.Draft(Typed.Year(Year) ?? FiscalYear.Of(signedIn.Today).Next, Reason ?? "");
        db.Reorganizations.Add(draft);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/reorganizations/{draft.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        Rows = await db.Reorganizations.AsNoTracking().Include(r => r.Predecessors).Include(r => r.Planned).AsSplitQuery().OrderByDescending(r => r.Year).ThenByDescending(r => r.Id).ToListAsync();
        return Page();
    }
}
