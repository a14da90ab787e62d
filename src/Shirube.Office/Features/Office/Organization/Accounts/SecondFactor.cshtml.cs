using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Charts;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read), BeforeSecondFactor, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorPage(OfficeDb db, SignedIn signedIn, SecondFactors factors, SignInCheck check) : PageModel, IShowsAgain
{
    [BindProperty]
    public string? Pending { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [TempData]
    public string? Done { get; set; }

    public bool IsOn { get; private set; }
    public bool Owes => signedIn.OwesSecondFactor;
    public bool MayTurnOff { get; private set; }
    public string Label { get; private set; } = "";
    public string KeyText { get; private set; } = "";
    public IHtmlContent? Drawing { get; private set; }
    public IReadOnlyList<string>? Codes { get; private set; }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostOn()
    {
        var account = await Account();
        (account.TwoFactorEnabled ? Refusals.SecondFactorAlreadyOn : null).ThrowIfAny();
        Codes = factors.TurnOn(account, factors.Open(Pending, account.Id), Code ?? "");
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostOff()
    {
        var account = await Account();
        (await Demanded() ? Refusals.SecondFactorDemanded : await check.IsPassword(account, Password ?? "") ? null : Refusals.PresentPasswordWrong).ThrowIfAny();
        await factors.TurnOff(account);
        await db.SaveChangesAsync();
        Done = "二段階の確認をやめました。";
        return LocalRedirect("~/account");
    }

    public async Task<IActionResult> ShowAgain()
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == signedIn.Account);
        (IsOn, MayTurnOff) = (account.TwoFactorEnabled, !await Demanded());
        if (IsOn)
            return Page();
        var key = Kept(account.Id) ?? factors.NewKey(account.Id);
        var municipality = HttpContext.Municipality();
        (Pending, Label) = (factors.Seal(key), $"標 {municipality.Name}: {account.UserName}");
        KeyText = string.Join(' ', key.Key.Chunk(4).Select(c => new string(c)));
        Drawing = QrCode.Of(SecondFactors.Address(key.Key, municipality.Name, account.UserName!)).Draw("認証アプリで読み取るQRコード");
        ModelState.Remove(nameof(Pending));
        return Page();
    }

    // why: a wrong code does not change the key the app has already read.
    private PendingKey? Kept(Guid account)
    {
        try
        {
            return Pending is null ? null : factors.Open(Pending, account);
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private Task<Account> Account() => db.Accounts.SingleAsync(a => a.Id == signedIn.Account);

    private async Task<bool> Demanded() => (await db.AccountRules.AsNoTracking().SingleOrDefaultAsync())?.DemandsSecondFactor(signedIn.Person, signedIn.Today) == true;
}
