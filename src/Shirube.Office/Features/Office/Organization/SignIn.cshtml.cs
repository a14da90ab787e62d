using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Domain.Common;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[AllowAnonymous]
public sealed class SignInPage(SignInManager<Account> signIn, UserManager<Account> accounts, UnknownNames unknown) : PageModel, IShowsAgain
{
    // why: as slow as checking a real one, so that the time of the answer does not tell which names exist.
    private static readonly Account Nobody = new(default, "nobody");
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(Accounts.Hashing)).HashPassword(Nobody, Guid.NewGuid().ToString()));

    [BindProperty, Required(ErrorMessage = "アカウント名を入力してください。"), StringLength(200, ErrorMessage = "アカウント名が長すぎます。")]
    public string UserName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "パスワードを入力してください。"), StringLength(Passwords.Longest, ErrorMessage = "パスワードが長すぎます。")]
    public string Password { get; set; } = "";

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target()) : Page();

    public async Task<IActionResult> OnPost()
    {
        var (result, lockedUntil) = await Check(UserName.Trim());
        if (result.Succeeded)
            return LocalRedirect(Target());
        ModelState.AddModelError("", lockedUntil is { } until
            ? $"続けて間違えたため、{Tokyo.At(until.UtcDateTime):H時mm分}までサインインできません。時間をおくか、政策企画担当に新しい招待を頼んでください。"
            : $"アカウント名かパスワードが違います。{SignInRules.Tries}回続けて間違えると、{SignInRules.LockedFor.TotalMinutes}分間サインインできません。");
        return Page();
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());

    private async Task<(Microsoft.AspNetCore.Identity.SignInResult, DateTimeOffset?)> Check(string name)
    {
        if (await accounts.FindByNameAsync(name) is not { } account)
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, Password);
            return (Microsoft.AspNetCore.Identity.SignInResult.Failed, unknown.Fail(HttpContext.Municipality().Code, name));
        }
        var result = await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
        return (result, result.IsLockedOut ? account.LockoutEnd : null);
    }

    private string Target() => Return is { Length: > 0 } path && Url.IsLocalUrl(path) && path.StartsWith($"{Request.PathBase}/", StringComparison.Ordinal) ? path : $"{Request.PathBase}/";
}
