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
        var posts = signedIn.Person.Assignments.Where(a => a.HoldsOn(Today)).Select(a => a.DepartmentId).OfType<DepartmentId>().Concat(signedIn.MayDo(Operation.EditProject).Departments).ToHashSet();
        if (posts.Count == 0)
            return departments = posts;
        var year = Year;
        var all = await db.Departments.AsNoTracking().Where(d => d.From <= year && (d.To == null || d.To >= year)).Select(d => new { d.Id, d.ParentId }).ToListAsync();
        var below = all.Where(d => d.ParentId is not null).ToLookup(d => d.ParentId!.Value, d => d.Id);
        var open = new Stack<DepartmentId>(posts);
        while (open.TryPop(out var at))
            foreach (var child in below[at].Where(posts.Add))
                open.Push(child);
        return departments = posts;
    }
}
