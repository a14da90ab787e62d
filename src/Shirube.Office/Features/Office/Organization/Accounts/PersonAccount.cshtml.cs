using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Mail;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class PersonAccountPage(OfficeDb db, SignedIn signedIn, AccountMeasures measures, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int LinesShown = 10;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Person There { get; private set; } = null!;
    public Account? Account { get; private set; }
    public string? ClosedBy { get; private set; }
    public DateTime? LastSignIn { get; private set; }
    public int OpenSessions { get; private set; }
    public bool Demanded { get; private set; }
    public string? Link { get; private set; }
    public IReadOnlyList<SignInLine> Lines { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public DateTime? LockedUntil => Account?.LockoutEnd > clock.GetUtcNow() ? Account?.LockoutEnd?.UtcDateTime : null;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostInvite()
    {
        if (await Find() is not { } person)
            return NotFound();
        Link = $"{Request.Scheme}://{Request.Host}{(await measures.Invite(person)).Path(HttpContext.Municipality().Code)}";
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPostMail()
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => db.People.Any(p => p.Id == a.PersonId && p.Key == new PublicKey(Key))) is not { } account)
            return NotFound();
        var address = Blank.ToNull(Address?.Trim());
        (address is null ? null : MailAddresses.WhyNot(address)).ThrowIfAny();
        account.WriteTo(address);
        await db.SaveChangesAsync();
        Done = "メールアドレスを保存しました。";
        return LocalRedirect($"~/people/{Key}/account");
    }

    public Task<IActionResult> OnPostReset() => Take(measures.ResetSecondFactor, "二段階の確認を初期化しました。次のサインインは、パスワードだけでできます。");

    public Task<IActionResult> OnPostClose() => Take(measures.Close, "利用を止めました。サインインしていたところも切れました。");

    public Task<IActionResult> OnPostReopen() => Take(measures.Reopen, "サインインできるようにしました。");

    public Task<IActionResult> OnPostSignOut() => Take(measures.SignOut, "すべてサインアウトさせました。");

    public async Task<IActionResult> ShowAgain()
    {
        if (await Find() is not { } person)
            return NotFound();
        There = person;
        Account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == person.Id);
        Address ??= Account?.Email;
        var rules = await db.AccountRules.AsNoTracking().SingleOrDefaultAsync() ?? AccountRules.First();
        Demanded = rules.DemandsSecondFactor(person, signedIn.Today);
        if (Account is { } account)
            await Show(account, rules);
        History = await RecentChanges.Of(db, [Account?.Id ?? person.Id.Value], personal: true);
        return Page();
    }

    private async Task Show(Account account, AccountRules rules)
    {
        ClosedBy = account.ClosedBy is null ? null : await db.People.Where(p => p.Id == account.ClosedBy).Select(p => p.Name).SingleOrDefaultAsync();
        LastSignIn = await db.SignIns.Where(s => s.AccountId == account.Id && s.Result == SignInOutcome.SignedIn).MaxAsync(s => (DateTime?)s.AtUtc);
        OpenSessions = (await Features.Office.OpenSessions.Of(db, account.Id, rules, clock.GetUtcNow().UtcDateTime)).Count;
        Lines = await db.SignIns.Where(s => s.AccountId == account.Id).OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id).Take(LinesShown)
            .Select(s => new SignInLine(s.AtUtc, null, s.TypedName, s.Result, s.UntilUtc, s.Address, s.Browser)).ToListAsync();
    }

    private async Task<IActionResult> Take(Func<PersonId, string?, Task> measure, string done)
    {
        if (await Find() is not { } person)
            return NotFound();
        await measure(person.Id, Reason);
        Done = done;
        return LocalRedirect($"~/people/{Key}/account");
    }

    private Task<Person?> Find() => db.People.AsNoTracking().Include(p => p.Assignments).Include(p => p.Deputyships).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Key));
}
