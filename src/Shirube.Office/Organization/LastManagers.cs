using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>Somebody with an account must always be able to manage people, by a post without an end.</summary>
internal static class LastManagers
{
    public static async Task<bool> IsLastManager(this OfficeDb db, AssignmentId ending, DateOnly today)
    {
        var people = await db.People.AsNoTracking().Include(p => p.Assignments).Where(p => db.Accounts.Any(a => a.PersonId == p.Id)).ToListAsync();
        var managers = people.SelectMany(p => p.Assignments).Where(a => a.HoldsOn(today) && a.To is null && Permissions.ScopeOf(a.Role, Operation.ManagePeople) == Scope.All).Select(a => a.Id).ToList();
        return managers.Contains(ending) && managers.Count == 1;
    }

    /// <summary>Whether, after a change that is not saved yet, nobody with an account manages people on a day.</summary>
    public static async Task<bool> NobodyManages(this OfficeDb db, IEnumerable<Person> everybody, DateOnly on)
    {
        var withAccount = (await db.Accounts.Select(a => a.PersonId).ToListAsync()).ToHashSet();
        return !everybody.Any(p => withAccount.Contains(p.Id) && p.Assignments.Any(a => a.HoldsOn(on) && Permissions.ScopeOf(a.Role, Operation.ManagePeople) == Scope.All));
    }
}
