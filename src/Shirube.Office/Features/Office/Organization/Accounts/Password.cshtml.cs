using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read)]
public sealed class PasswordPage(OfficeDb db, SignedIn signedIn, SignInCheck check, Sessions sessions) : PageModel, IShowsAgain
{
    [BindProperty, Required(ErrorMessage = "いまのパスワードを入力してください。"), StringLength(Passwords.Longest, ErrorMessage = "パスワードが長すぎます。")]
    public string PresentPassword { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "新しいパスワードを入力してください。")]
    public string NewPassword { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "新しいパスワードをもう一度入力してください。"), Compare(nameof(NewPassword), ErrorMessage = "2つの新しいパスワードが同じではありません。")]
    public string NewPasswordAgain { get; set; } = "";

    [TempData]
    public string? Done { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPost()
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == signedIn.Account);
        (await check.IsPassword(account, PresentPassword) ? null : Refusals.PresentPasswordWrong).ThrowIfAny();
        (NewPassword == PresentPassword ? Refusals.PasswordSame : null).ThrowIfAny();
        Accounts.SetPassword(account, NewPassword, signedIn.Person, HttpContext.Municipality().Name);
        await sessions.EndAll(account, except: signedIn.Session);
        Done = "パスワードを変えました。ほかのところのサインインは切れました。";
        return LocalRedirect("~/account");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
