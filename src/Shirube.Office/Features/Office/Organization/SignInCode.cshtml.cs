using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>The second step of signing in, after the password was right.</summary>
[AllowAnonymous]
public sealed class SignInCodePage(OfficeDb db, SignInCheck check, Sessions sessions, SignInGuard guard) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(Name = "kept")]
    public string? Kept { get; set; }

    public KeptForm? Resumed { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await sessions.Awaited() is null ? LocalRedirect("~/sign-in") : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await guard.WhyNot(db) is { } over)
            return Refused(over, StatusCodes.Status429TooManyRequests);
        if (await sessions.Awaited() is not { } account)
            return Refused(Refusals.CodeStepOver, StatusCodes.Status200OK);
        var (outcome, _) = await check.Code(account, Code ?? "");
        if (outcome is not (SignInOutcome.SignedIn or SignInOutcome.RecoveryCodeUsed))
        {
            guard.NoteWrong();
            return Refused(outcome switch { SignInOutcome.WrongCode => Refusals.CodeWrong, SignInOutcome.RepeatedCode => Refusals.CodeRepeated, _ => Refusals.CodeStepOver }, StatusCodes.Status200OK);
        }
        await sessions.ForgetAwaited();
        await sessions.Open(account);
        Resumed = guard.Open(Kept, account);
        return Resumed is not null ? Page() : LocalRedirect(ReturnPath.Of(HttpContext, Return));
    }

    private PageResult Refused(Refusal refusal, int status)
    {
        ModelState.AddModelError(refusal == Refusals.CodeWrong || refusal == Refusals.CodeRepeated ? nameof(Code) : "", refusal.ToString());
        Response.StatusCode = status;
        return Page();
    }
}
