using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class IndicatorsPage(ListDesk desk, SignedIn signedIn) : PageModel
{
    public ListView List { get; private set; } = null!;
    public bool MayEdit => signedIn.May(Operation.EditProject);
    public bool MayDecide => signedIn.May(Operation.EditPlan);

    /// <summary>What was done to many at once, said once.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGet()
    {
        var (list, better) = await desk.Show("indicators", Request.QueryString.Value, (l, s) => l.Indicators(s));
        if (better is not null)
            return LocalRedirect(better);
        List = list!;
        return Page();
    }
}
