using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shirube.Public.Features.Root;

/// <summary>Every address outside the municipalities that is no page.</summary>
[AllowAnonymous]
public sealed class MissingModel : PageModel
{
    public void OnGet() => Response.StatusCode = 404;
}
