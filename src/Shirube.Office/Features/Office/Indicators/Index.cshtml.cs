using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class IndicatorsPage(ListDesk desk) : PageModel
{
    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        var (list, better) = await desk.Show("indicators", Request.QueryString.Value, (l, s) => l.Indicators(s));
        if (better is not null)
            return LocalRedirect(better);
        List = list!;
        return Page();
    }
}
