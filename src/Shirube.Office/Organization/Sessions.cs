using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Organization;

/// <summary>Opens and ends the sessions of browsers.</summary>
public sealed class Sessions(OfficeDb db, IHttpContextAccessor accessor, SignInLog log, TimeProvider clock)
{
    public const string SessionClaim = "session";
    public const string StampClaim = "stamp";

    private HttpContext Http => accessor.HttpContext!;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Signs the browser in, and deletes what of the log is older than the municipality keeps.</summary>
    public async Task Open(Guid accountId)
    {
        var rules = await db.AccountRules.AsNoTracking().SingleOrDefaultAsync() ?? AccountRules.First();
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        var session = SignInSession.Begin(account.Id, Now, log.Address, log.Browser);
        db.Sessions.Add(session);
        log.Add(SignInOutcome.SignedIn, account.Id);
        db.Change = new(account.PersonId, "sign-in", null);
        await db.SaveChangesAsync();
        await GiveCookie(account, session, rules);
        await new SessionTable(db).ForgetAsync(Now.AddDays(-rules.LogDays));
    }

    /// <summary>Remembers for five minutes whose password was right, until the code comes.</summary>
    public Task AwaitCode(Account account) =>
        Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, Principal(IdentityConstants.TwoFactorUserIdScheme, account));

    /// <summary>The account whose code is awaited; none where the time is over or the password was changed meanwhile.</summary>
    public async Task<Guid?> Awaited()
    {
        var waiting = (await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        if (waiting?.FindFirstValue(SignInRules.MunicipalityClaim) != Http.Municipality().Code.Value || !Guid.TryParse(waiting.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var stamp = waiting.FindFirstValue(StampClaim);
        return await db.Accounts.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp) ? id : null;
    }

    public Task ForgetAwaited() => Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    /// <summary>Signs this browser out.</summary>
    public async Task End(Guid? session)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == session && s.EndedAtUtc == null) is { } open)
        {
            open.End(Now);
            log.Add(SignInOutcome.SignedOut, open.AccountId);
            await db.SaveChangesAsync();
        }
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends every session of an account; the one named stays signed in under a new stamp. The caller saved what changed before.</summary>
    public async Task EndAll(Account account, Guid? except = null)
    {
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        log.Add(SignInOutcome.SignedOutEverywhere, account.Id);
        await db.SaveChangesAsync();
        await new SessionTable(db).EndAllAsync(account.Id, except, Now);
        if (except is not null && await db.Sessions.SingleOrDefaultAsync(s => s.Id == except) is { } mine)
            await GiveCookie(account, mine, await db.AccountRules.AsNoTracking().SingleOrDefaultAsync() ?? AccountRules.First());
    }

    /// <summary>Notes that a session ended by itself, when somebody comes back with its cookie.</summary>
    public async Task NoteEnd(AuthenticationTicket ticket)
    {
        if (!Guid.TryParse(ticket.Principal.FindFirstValue(SessionClaim), out var id) || await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAtUtc == null) is not { } session)
            return;
        var longest = session.BeganAtUtc + AccountRules.LongestSession;
        var at = ticket.Properties.ExpiresUtc?.UtcDateTime is { } idle && idle < longest ? idle : longest;
        session.End(at < Now ? at : Now);
        log.Add(SignInOutcome.SessionEnded, session.AccountId, atUtc: session.EndedAtUtc);
        await db.SaveChangesAsync();
    }

    private async Task GiveCookie(Account account, SignInSession session, AccountRules rules)
    {
        var principal = Principal(IdentityConstants.ApplicationScheme, account, new Claim(SessionClaim, session.Id.ToString()));
        var now = clock.GetUtcNow();
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, principal, new() { IssuedUtc = now, ExpiresUtc = now + rules.Idle, AllowRefresh = true });
        // why: a form in this very answer must carry the token of the person, not of nobody.
        Http.User = principal;
    }

    private ClaimsPrincipal Principal(string scheme, Account account, params Claim[] more) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.UserName!), new(StampClaim, account.SecurityStamp!), new(SignInRules.MunicipalityClaim, Http.Municipality().Code.Value), .. more], scheme));
}
