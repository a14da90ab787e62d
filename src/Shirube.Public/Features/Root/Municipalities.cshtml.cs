using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Root;

/// <summary>The municipalities that have published, or straight to the only one.</summary>
[AllowAnonymous]
public sealed class MunicipalitiesModel(ReleaseStore store) : PageModel
{
    public IReadOnlyList<ReleasedMunicipality> Municipalities { get; private set; } = [];

    public IActionResult OnGet()
    {
        Municipalities = store.Municipalities;
        return Municipalities is [var only] ? Redirect($"/{only.Code}/") : Page();
    }
}
