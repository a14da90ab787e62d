using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Ui.Hosting;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>Who speaks in this request: the person with the assignments, read once. Saves of the request go into the change log under this name.</summary>
public sealed class SignedIn(OfficeDb db, TimeProvider clock)
{
    private Person? person;

    public Person Person => person ?? throw new InvalidOperationException("Nobody is signed in.");

    public PersonId Id => Person.Id;

    public DateOnly Today { get; } = clock.Today();

    public Permit MayDo(Operation operation) => person?.MayDo(operation, Today) ?? Permit.None;

    public bool May(Operation operation) => MayDo(operation).Anywhere;

    /// <summary>Reads the person of an account; false where the account is gone or its password was set anew since.</summary>
    internal async Task<bool> Read(Guid account, string? stamp, HttpContext context)
    {
        var row = await db.People.Include(p => p.Assignments).Include(p => p.Deputyships).AsSingleQuery().AsNoTracking()
            .SingleOrDefaultAsync(p => db.Accounts.Any(a => a.Id == account && a.SecurityStamp == stamp && a.PersonId == p.Id));
        if (row is null)
            return false;
        person = row;
        db.Change = new(person.Id, "office", null);
        context.Features.Set(await Shown(row));
        return true;
    }

    private async Task<SignedInPerson> Shown(Person there)
    {
        var posts = there.Assignments.Where(a => a.HoldsOn(Today)).OrderBy(a => a.From).ToList();
        var main = posts.Find(a => a.DepartmentId is not null);
        var department = main is null ? null : await db.Departments.Where(d => d.Id == main.DepartmentId).Select(d => d.Name).SingleOrDefaultAsync();
        return new(there.Name, department, posts.Count == 0 ? null : string.Join("・", posts.Select(a => Names.Of(a.Role)).Distinct()));
    }
}
