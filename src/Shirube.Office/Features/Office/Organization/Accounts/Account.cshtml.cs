using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read)]
public sealed class AccountPage(OfficeDb db, SignedIn signedIn, Sessions sessions, TimeProvider clock) : PageModel, IShowsAgain
{
    public const int Size = 20;

    [FromQuery(Name = "p")]
    public int Shown { get; set; } = 1;

    [TempData]
    public string? Done { get; set; }

    public Person Person => signedIn.Person;
    public Guid Here => signedIn.Session;
    public string UserName { get; private set; } = "";
    public bool HasSecondFactor { get; private set; }
    public int CodesLeft { get; private set; }
    public AccountRules Rules { get; private set; } = AccountRules.First();
    public IReadOnlyList<string> Posts { get; private set; } = [];
    public IReadOnlyList<SignInSession> Open { get; private set; } = [];
    public IReadOnlyList<SignInLine> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public string? Address { get; private set; }
    public DateTime? MailStopped { get; private set; }
    public bool MayStopMail { get; private set; }
    public bool Recommended => Person.Assignments.Any(a => a.HoldsOn(signedIn.Today) && AccountRules.Recommends(a.Role));

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostEnd(Guid session)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == session && s.AccountId == signedIn.Account) is not { } there)
            return NotFound();
        there.End(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        Done = "選んだところのサインインを切りました。";
        return LocalRedirect("~/account");
    }

    public async Task<IActionResult> OnPostEverywhere()
    {
        await sessions.EndAll(await db.Accounts.SingleAsync(a => a.Id == signedIn.Account), except: Here);
        Done = "ここのほかは、すべてサインアウトしました。";
        return LocalRedirect("~/account");
    }

    public async Task<IActionResult> OnPostStopMail()
    {
        (await MayStop() ? null : Refusals.MailMayNotStop).ThrowIfAny();
        return await ChangeMail(a => a.StopMail(clock.GetUtcNow().UtcDateTime), "お知らせメールを止めました。期限は、私の作業に出ます。");
    }

    public Task<IActionResult> OnPostTakeMail() => ChangeMail(a => a.TakeMail(), "お知らせメールを、また受け取ります。");

    public async Task<IActionResult> ShowAgain()
    {
        Shown = Math.Max(1, Shown);
        var id = signedIn.Account;
        var account = await db.Accounts.Where(a => a.Id == id).Select(a => new { a.UserName, a.TwoFactorEnabled, a.Email, a.MailStoppedAtUtc, Left = db.RecoveryCodes.Count(c => c.AccountId == id && c.UsedAtUtc == null), Rules = db.AccountRules.FirstOrDefault(), Count = db.SignIns.Count(s => s.AccountId == id) }).SingleAsync();
        (UserName, HasSecondFactor, CodesLeft, Count) = (account.UserName!, account.TwoFactorEnabled, account.Left, account.Count);
        Rules = account.Rules ?? Rules;
        (Address, MailStopped, MayStopMail) = (account.Email, account.MailStoppedAtUtc, await MayStop());
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name);
        Posts = [.. Person.Assignments.Where(a => a.HoldsOn(signedIn.Today)).Select(a => PostWords.Of(a, departments))];
        Open = await OpenSessions.Of(db, id, Rules, clock.GetUtcNow().UtcDateTime);
        Lines = await db.SignIns.Where(s => s.AccountId == id).OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id).Skip((Shown - 1) * Size).Take(Size)
            .Select(s => new SignInLine(s.AtUtc, null, s.TypedName, s.Result, s.UntilUtc, s.Address, s.Browser)).ToListAsync();
        return Page();
    }

    private async Task<bool> MayStop() => await db.ReminderRules.Select(r => (bool?)r.MayStop).SingleOrDefaultAsync() ?? ReminderRules.First().MayStop;

    private async Task<IActionResult> ChangeMail(Action<Account> change, string done)
    {
        change(await db.Accounts.SingleAsync(a => a.Id == signedIn.Account));
        await db.SaveChangesAsync();
        Done = done;
        return LocalRedirect("~/account");
    }
}

internal static class OpenSessions
{
    /// <summary>The sessions that have not ended, by whatever ends them; the last used first.</summary>
    public static async Task<IReadOnlyList<SignInSession>> Of(OfficeDb db, Guid account, AccountRules rules, DateTime nowUtc)
    {
        // why: a session is marked as seen at most every five minutes.
        var (seen, began) = (nowUtc - rules.Idle - TimeSpan.FromMinutes(5), nowUtc - AccountRules.LongestSession);
        return await db.Sessions.AsNoTracking().Where(s => s.AccountId == account && s.EndedAtUtc == null && s.SeenAtUtc > seen && s.BeganAtUtc > began).OrderByDescending(s => s.SeenAtUtc).ToListAsync();
    }
}
