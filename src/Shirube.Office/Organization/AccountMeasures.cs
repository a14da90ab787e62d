using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>What an administrator does to another person's account: always with a reason, which stands in the change log.</summary>
public sealed class AccountMeasures(OfficeDb db, SignedIn signedIn, SecondFactors factors, Sessions sessions, Invitations invitations, TimeProvider clock)
{
    public async Task<Invited> Invite(Person person)
    {
        var invited = await invitations.Invite(person, signedIn.Id);
        await db.SaveChangesAsync();
        return invited;
    }

    public async Task ResetSecondFactor(PersonId person, string? reason)
    {
        var account = await AccountOf(person, reason);
        (account.TwoFactorEnabled ? null : Refusals.SecondFactorOff).ThrowIfAny();
        await factors.TurnOff(account);
        await End(account);
    }

    public async Task Close(PersonId person, string? reason)
    {
        (person == signedIn.Id ? Refusals.AccountOwnClose : null).ThrowIfAny();
        var account = await AccountOf(person, reason);
        account.Close(signedIn.Id, clock.GetUtcNow().UtcDateTime);
        await End(account);
    }

    public async Task Reopen(PersonId person, string? reason)
    {
        (await AccountOf(person, reason)).Reopen();
        await db.SaveChangesAsync();
    }

    public async Task SignOut(PersonId person, string? reason) => await End(await AccountOf(person, reason));

    // why: whoever does it to the own account stays signed in here.
    private Task End(Account account) => sessions.EndAll(account, account.Id == signedIn.Account ? signedIn.Session : null);

    private async Task<Account> AccountOf(PersonId person, string? reason)
    {
        (Blank.ToNull(reason) is null ? Refusals.ReasonMissing : null).ThrowIfAny();
        db.Change = db.Change with { Why = reason!.Trim() };
        return await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == person) ?? throw new RefusalException(Refusals.AccountMissing);
    }
}
