using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>新旧対照表 of two editions of a plan, also of two alternatives.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ComparePage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public EditionComparison Comparison { get; private set; } = null!;
    /// <summary>Whether items without a change are shown too.</summary>
    public bool All { get; private set; }

    public bool MayEdit => signedIn.May(Operation.EditPlan) && Comparison.Old != Comparison.New;
    public IReadOnlyList<ComparedItem> Lines => All ? Comparison.Table.Lines : [.. Comparison.Table.Changed];
    public IEnumerable<SelectListItem> Choices => Comparison.Editions.Select(e => new SelectListItem(e.Label, e.Key.Value));

    public string FileAddress(string format) => $"~/plans/{Comparison.Plan.Key}/compare/{format}?from={Comparison.Old.Key}&with={Comparison.New.Key}{(All ? "&all=true" : "")}";

    public async Task<IActionResult> OnGet(string plan, string? from, string? with, bool all)
    {
        if (await EditionComparison.Read(db, plan, from, with) is not { } found)
            return NotFound();
        (Comparison, All) = (found, all);
        return Page();
    }
}
