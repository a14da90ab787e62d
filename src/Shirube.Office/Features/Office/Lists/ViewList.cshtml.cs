using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ViewListPage(Views views) : PageModel
{
    public IReadOnlyList<ViewEntry> Views { get; private set; } = [];

    public async Task OnGet() => Views = await views.Open();
}
