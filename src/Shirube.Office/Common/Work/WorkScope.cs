using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Common;

/// <summary>For whom work is looked up: the person, the day, and the departments of the person's posts (and of those the person stands in for) with what lies below them.</summary>
public sealed class WorkScope(OfficeDb db, SignedIn signedIn, TimeProvider clock)
{
    private IReadOnlySet<DepartmentId>? departments;

    public PersonId Person => signedIn.Id;
    public Guid Account => signedIn.Account;
    public Guid Session => signedIn.Session;
    public DateOnly Today => signedIn.Today;
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
    public FiscalYear Year => FiscalYear.Of(signedIn.Today);

    public bool May(Operation operation) => signedIn.May(operation);

    public Permit Permit(Operation operation) => signedIn.MayDo(operation);

    public async Task<IReadOnlySet<DepartmentId>> Departments()
    {
        if (departments is not null)
            return departments;
        var posts = PostsOf(signedIn.Person, Today);
        return departments = posts.Count == 0 ? posts : WithBelow(posts, await Below(db, Year));
    }

    /// <summary>The departments of a person's posts on a day, and of those the person stands in for.</summary>
    internal static HashSet<DepartmentId> PostsOf(Person person, DateOnly today) =>
        person.Assignments.Where(a => a.HoldsOn(today)).Select(a => a.DepartmentId).OfType<DepartmentId>().Concat(person.MayDo(Operation.EditProject, today).Departments).ToHashSet();

    /// <summary>Which departments lie directly below which in a year.</summary>
    internal static async Task<ILookup<DepartmentId, DepartmentId>> Below(OfficeDb db, FiscalYear year)
    {
        var all = await db.Departments.AsNoTracking().Where(d => d.From <= year && (d.To == null || d.To >= year)).Select(d => new { d.Id, d.ParentId }).ToListAsync();
        return all.Where(d => d.ParentId is not null).ToLookup(d => d.ParentId!.Value, d => d.Id);
    }

    internal static HashSet<DepartmentId> WithBelow(HashSet<DepartmentId> posts, ILookup<DepartmentId, DepartmentId> below)
    {
        var open = new Stack<DepartmentId>(posts);
        while (open.TryPop(out var at))
            foreach (var child in below[at].Where(posts.Add))
                open.Push(child);
        return posts;
    }
}
