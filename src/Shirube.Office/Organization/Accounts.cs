using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>Makes accounts and their passwords. The caller saves.</summary>
public sealed class Accounts(OfficeDb db)
{
    public const int LongestName = 50;

    internal static readonly PasswordHasherOptions Hashing = new() { IterationCount = 210_000 };

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(Hashing));

    /// <summary>An account for a person who has none. Throws when the name is taken or the password will not do.</summary>
    public async Task<Account> Create(Person person, string userName, string password, string? municipality = null)
    {
        var name = userName.Trim();
        (await WhyNotName(name)).ThrowIfAny();
        Passwords.WhyNot(password, name, person.Name, municipality).ThrowIfAny();
        var account = new Account(person.Id, name) { NormalizedUserName = Normalized(name), LockoutEnabled = true };
        account.PasswordHash = Hasher.HashPassword(account, password);
        db.Accounts.Add(account);
        return account;
    }

    /// <summary>A new password: whoever is still signed in with the old one is signed out, and a lock is lifted.</summary>
    public static void SetPassword(Account account, string password, Person person, string? municipality)
    {
        Passwords.WhyNot(password, account.UserName!, person.Name, municipality).ThrowIfAny();
        account.PasswordHash = Hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
    }

    public async Task<Refusal?> WhyNotName(string name) =>
        name.Length is < 2 or > LongestName || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? Refusals.UserNameMalformed(LongestName)
        : await db.Accounts.AnyAsync(a => a.NormalizedUserName == Normalized(name)) ? Refusals.UserNameTaken(name) : null;

    private static string Normalized(string name) => name.Normalize().ToUpperInvariant();
}
