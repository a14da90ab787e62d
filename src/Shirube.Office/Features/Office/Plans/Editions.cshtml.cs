using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>All editions of a plan: what each is, what it came from, and which one the office means.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class EditionsPage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    public Plan There { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);
    public IEnumerable<SelectListItem> Choices => Rows.Select(r => new SelectListItem(r.Edition.Label, r.Edition.Key.Value));

    public sealed record Row(Edition Edition, int Items, string? Basis, IReadOnlyList<string> Alternatives);

    public Task<IActionResult> OnGet() => ShowAgain();

    public async Task<IActionResult> OnPostShow(string edition)
    {
        if (await db.Plans.SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan)
            return NotFound();
        plan.Show(await db.Editions.SingleOrDefaultAsync(e => e.Key == new PublicKey(edition)) ?? throw new RefusalException(Refusals.EditionUnknown));
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/editions");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan)
            return NotFound();
        There = plan;
        var found = await db.Editions.AsNoTracking().Where(e => e.PlanId == plan.Id).OrderByDescending(e => e.Id).Select(e => new { Edition = e, Items = db.PlanItems.Count(i => i.EditionId == e.Id) }).ToListAsync();
        var labels = found.ToDictionary(f => f.Edition.Id, f => f.Edition.Label);
        Rows = [.. found.Select(f => new Row(f.Edition, f.Items, f.Edition.BasisId is { } basis ? labels.GetValueOrDefault(basis) : null,
            [.. found.Where(o => o != f && f.Edition.Alternatives is not null && o.Edition.Alternatives == f.Edition.Alternatives).Select(o => o.Edition.Label)]))];
        return Page();
    }
}
