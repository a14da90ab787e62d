using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RecoveryCodesPage(OfficeDb db, SignedIn signedIn, SecondFactors factors, SignInCheck check) : PageModel, IShowsAgain
{
    [BindProperty]
    public string? Password { get; set; }

    public int Left { get; private set; }
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await db.Accounts.AnyAsync(a => a.Id == signedIn.Account && a.TwoFactorEnabled) ? await ShowAgain() : LocalRedirect("~/account/second-factor");
    }

    public async Task<IActionResult> OnPost()
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == signedIn.Account);
        (await check.IsPassword(account, Password ?? "") ? null : Refusals.PresentPasswordWrong).ThrowIfAny();
        Codes = await factors.NewCodes(account);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> ShowAgain()
    {
        Left = await factors.CodesLeft(signedIn.Account);
        return Page();
    }
}
