using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirube.Data;

namespace Shirube.Office.Organization;

/// <summary>Checks passwords and codes, counts wrong ones, locks an account for a while, and logs every try. What the person is told is the page's to say.</summary>
public sealed class SignInCheck(OfficeDb db, IPasswordHasher<Account> hasher, SecondFactors factors, SignInLog log, TimeProvider clock)
{
    // why: as slow as checking a real one, so that the time of the answer does not tell which names exist.
    private static readonly Account Nobody = new(default, "nobody");
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>(Options.Create(Accounts.Hashing)).HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>The account whose name and password these are, if it may be used now.</summary>
    public async Task<Account?> Password(string name, string password)
    {
        var normalized = name.Normalize().ToUpperInvariant();
        var there = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normalized);
        var verdict = hasher.VerifyHashedPassword(there ?? Nobody, there?.PasswordHash ?? NobodysHash.Value, password);
        var fresh = there is not null && verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(there, password) : null;
        return await Judge(there?.Id, name, _ => Task.FromResult(verdict == PasswordVerificationResult.Failed ? SignInOutcome.WrongPassword : SignInOutcome.PasswordRight), fresh) is (SignInOutcome.PasswordRight, { } account) ? account : null;
    }

    /// <summary>Whether this is the present password of a person who is signed in. Wrong ones count as they do at the door.</summary>
    public async Task<bool> IsPassword(Account account, string password)
    {
        var right = hasher.VerifyHashedPassword(account, account.PasswordHash ?? NobodysHash.Value, password) != PasswordVerificationResult.Failed;
        return (await Judge(account.Id, null, _ => Task.FromResult(right ? SignInOutcome.PasswordRight : SignInOutcome.WrongPassword), null)).Outcome == SignInOutcome.PasswordRight;
    }

    /// <summary>What came of a code typed after the password.</summary>
    public Task<(SignInOutcome Outcome, Account? Account)> Code(Guid account, string code) => Judge(account, null, a => factors.Use(a.Id, code), null);

    // why: judged under the write lock, so that guesses sent all at once are still counted one by one; the slow hash was computed before.
    private async Task<(SignInOutcome Outcome, Account?)> Judge(Guid? id, string? typed, Func<Account, Task<SignInOutcome>> look, string? freshHash)
    {
        await using var write = await db.BeginWriteAsync();
        var account = id is null ? null : await db.Accounts.SingleOrDefaultAsync(a => a.Id == id);
        if (account is not null)
            await db.Entry(account).ReloadAsync();
        var now = clock.GetUtcNow();
        var outcome = account is null ? SignInOutcome.UnknownName
            : account.ClosedAtUtc is not null ? SignInOutcome.Closed
            : account.LockoutEnd > now ? SignInOutcome.Locked
            : await look(account);
        if (account is not null && outcome is SignInOutcome.WrongPassword or SignInOutcome.WrongCode or SignInOutcome.RepeatedCode)
            CountWrong(account!, now);
        // why: a right password of somebody who is signed in already, or who still owes a code, is no event of its own.
        if (outcome is not (SignInOutcome.PasswordRight or SignInOutcome.SignedIn))
            log.Add(outcome, account?.Id, typed, account?.LockoutEnd > now ? account.LockoutEnd?.UtcDateTime : null);
        await db.SaveChangesAsync();
        if (outcome == SignInOutcome.PasswordRight && freshHash is not null)
            await db.Accounts.Where(a => a.Id == account!.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, freshHash));
        await write.CommitAsync();
        return (outcome, account);
    }

    private static void CountWrong(Account account, DateTimeOffset now)
    {
        if (++account.AccessFailedCount < SignInRules.Tries)
            return;
        account.AccessFailedCount = 0;
        account.LockoutEnd = now + SignInRules.LockedFor;
    }
}
