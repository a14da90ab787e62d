using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ProjectsPage(OfficeLists lists, SignedIn signedIn) : PageModel
{
    public ListView List { get; private set; } = null!;
    public bool MayAdd => signedIn.May(Operation.EditProject);

    /// <summary>What was done to many at once, said once.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (ListAddress.Better(Request.QueryString.Value) is { } better)
            return LocalRedirect($"~/projects{better}");
        List = await lists.Show(ListQuery.Of(Request.QueryString.Value), lists.Projects);
        return Page();
    }
}
