using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class IndicatorsPage(OfficeLists lists) : PageModel
{
    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (ListAddress.Better(Request.QueryString.Value) is { } better)
            return LocalRedirect($"~/indicators{better}");
        List = await lists.Show(ListQuery.Of(Request.QueryString.Value), lists.Indicators);
        return Page();
    }
}
