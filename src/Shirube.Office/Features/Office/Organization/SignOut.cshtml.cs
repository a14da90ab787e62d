using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[AllowAnonymous]
public sealed class SignOutPage(SignedIn signedIn, Sessions sessions) : PageModel
{
    public async Task<IActionResult> OnPost()
    {
        await sessions.End(signedIn.Session);
        return LocalRedirect("~/sign-in");
    }
}
