using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>Whom a sign-in cookie belongs to, read in one query.</summary>
/// <param name="Rules">Null where nobody set any.</param>
/// <param name="Department">The department of the main post, see <see cref="Person.MainOn"/>.</param>
/// <param name="LastChange">The number and hash of the newest entry of the change log.</param>
internal sealed record CookieHolder(Person Person, bool HasSecondFactor, DateTime BeganAtUtc, DateTime SeenAtUtc, AccountRules? Rules, string? Department, LastChange LastChange)
{
    // why: every request of the office asks this first, and need not have it translated anew each time; a compiled query belongs to one kind of database.
    private static readonly ConcurrentDictionary<string, Query> ByProvider = new(StringComparer.Ordinal);

    private delegate Task<CookieHolder?> Query(OfficeDb db, Guid account, string? stamp, Guid session, DateTime oldest, DateOnly today);

    /// <summary>Null where the account is closed, its password was set anew, or the session is over or began before <paramref name="oldest"/>.</summary>
    public static Task<CookieHolder?> Find(OfficeDb db, CookieWords cookie, DateTime oldest, DateOnly today) =>
        ByProvider.GetOrAdd(db.Database.ProviderName!, _ => Compiled())(db, cookie.Account, cookie.Stamp, cookie.Session, oldest, today);

    private static Query Compiled() => new(EF.CompileAsyncQuery((OfficeDb db, Guid account, string? stamp, Guid session, DateTime oldest, DateOnly today) =>
        db.People.Include(p => p.Assignments).Include(p => p.Deputyships).AsSingleQuery().AsNoTracking()
            .SelectMany(p => db.Accounts.Where(a => a.PersonId == p.Id && a.Id == account && a.SecurityStamp == stamp && a.ClosedAtUtc == null), (p, a) => new { Person = p, Account = a })
            .SelectMany(r => db.Sessions.Where(s => s.Id == session && s.AccountId == r.Account.Id && s.EndedAtUtc == null && s.BeganAtUtc > oldest),
                (r, s) => new { r.Person, r.Account, Session = s })
            // why: joined, or EF Core asks for the rules in a query of its own with every request.
            .SelectMany(_ => db.AccountRules.DefaultIfEmpty(), (r, rules) => new { r.Person, r.Account, r.Session, Rules = rules })
            .SelectMany(_ => db.Set<ChangeHead>(), (r, head) => new CookieHolder(
                r.Person, r.Account.TwoFactorEnabled, r.Session.BeganAtUtc, r.Session.SeenAtUtc, r.Rules,
                // why: one name, looked up in the order of MainOn; a list of posts and departments here would be joined over the whole staff first.
                db.Set<Assignment>().Where(a => a.PersonId == r.Person.Id && a.From <= today && (a.To == null || a.To >= today))
                    .OrderByDescending(a => a.IsMain).ThenBy(a => a.DepartmentId == null).ThenBy(a => a.From)
                    .Select(a => db.Departments.Where(d => d.Id == a.DepartmentId).Select(d => d.Name).FirstOrDefault()).FirstOrDefault(),
                new LastChange(head.Sequence, head.Hash)))
            .SingleOrDefault()));
}

/// <summary>The newest entry of the change log, as of the beginning of a request.</summary>
internal sealed record LastChange(long Sequence, string Hash);
