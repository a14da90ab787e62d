using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>新旧対照表 of two editions of a plan, also of two alternatives.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ComparePage(OfficeDb db) : PageModel
{
    public string PlanName { get; private set; } = "";
    public string PlanKey { get; private set; } = "";
    public Edition Old { get; private set; } = null!;
    public Edition New { get; private set; } = null!;
    public ComparisonTable Table { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    /// <summary>Whether items without a change are shown too.</summary>
    public bool All { get; private set; }

    public IEnumerable<ComparedItem> Lines => All ? Table.Lines : Table.Changed;

    public async Task<IActionResult> OnGet(string plan, string? from, string? with, bool all)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Key == new PublicKey(plan)) is not { } found)
            return NotFound();
        var editions = await db.Editions.AsNoTracking().Where(e => e.PlanId == found.Id).OrderByDescending(e => e.Id).ToListAsync();
        if (editions.Find(e => e.Key.Value == from) is not { } old || editions.Find(e => e.Key.Value == with) is not { } @new)
            return NotFound();
        (PlanName, PlanKey, Old, New, All) = (found.Name, plan, old, @new, all);
        Choices = [.. editions.Select(e => new SelectListItem(e.Label, e.Key.Value))];
        var states = await EditionStates.Read(db, [old.Id, @new.Id]);
        Table = ComparisonTable.Of([.. states[old.Id]], [.. states[@new.Id]]);
        return Page();
    }
}
