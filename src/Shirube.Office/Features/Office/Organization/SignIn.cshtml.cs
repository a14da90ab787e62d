using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[AllowAnonymous]
public sealed class SignInPage(OfficeDb db, SignInCheck check, Sessions sessions, SignInGuard guard) : PageModel, IShowsAgain
{
    [BindProperty, Required(ErrorMessage = "アカウント名を入力してください。"), StringLength(200, ErrorMessage = "アカウント名が長すぎます。")]
    public string UserName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "パスワードを入力してください。"), StringLength(Passwords.Longest, ErrorMessage = "パスワードが長すぎます。")]
    public string Password { get; set; } = "";

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(Name = "kept")]
    public string? Kept { get; set; }

    public bool AsksCode { get; private set; }
    public KeptForm? Resumed { get; private set; }

    public IActionResult OnGet()
    {
        ModelState.Clear();
        Kept = HttpContext.Features.Get<SealedForm>()?.Text;
        return User.Identity?.IsAuthenticated == true ? LocalRedirect(ReturnPath.Of(HttpContext, Return)) : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await guard.WhyNot(db) is { } over)
            return Refused(over, StatusCodes.Status429TooManyRequests);
        if (await check.Password(UserName.Trim(), Password) is not { } account)
        {
            guard.NoteWrong();
            return Refused(Refusals.SignInFailed, StatusCodes.Status200OK);
        }
        if (account.TwoFactorEnabled)
        {
            await sessions.AwaitCode(account);
            AsksCode = true;
            return Kept is null ? LocalRedirect($"{Request.PathBase}/sign-in/code{QueryString.Create("return", Return ?? "")}") : Page();
        }
        await sessions.Open(account.Id);
        Resumed = guard.Open(Kept, account.Id);
        return Resumed is null ? LocalRedirect(ReturnPath.Of(HttpContext, Return)) : Page();
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());

    private PageResult Refused(Refusal refusal, int status)
    {
        ModelState.AddModelError("", refusal.ToString());
        Response.StatusCode = status;
        return Page();
    }
}
