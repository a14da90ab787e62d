using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Organization;

/// <summary>Which departments an operation of the signed-in person reaches today: all, or the own ones with what lies below them this fiscal year.</summary>
public sealed class Reach(OfficeDb db, SignedIn signedIn)
{
    private IReadOnlySet<DepartmentId>? own;

    public FiscalYear Year => FiscalYear.Of(signedIn.Today);

    public async Task<bool> Includes(Operation operation, DepartmentId? department)
    {
        var permit = signedIn.MayDo(operation);
        return permit.Scope == Scope.All || (permit.Scope == Scope.OwnDepartment && department is { } one && (await Own(permit)).Contains(one));
    }

    public Task<bool> Includes(Operation operation, Project project) => Includes(operation, project.OwnerIn(Year) ?? FirstOwner(project));

    /// <summary>Throws the refusal that the page shows as 403 when the project is another department's.</summary>
    public async Task Demand(Operation operation, Project project)
    {
        if (!await Includes(operation, project))
            throw new RefusalException(Refusals.OtherDepartment(project.Name));
    }

    public async Task<IReadOnlySet<DepartmentId>> Own(Operation operation) => await Own(signedIn.MayDo(operation));

    // why: a project handed on from next year is, until then, still to be prepared by the department that gets it first.
    private static DepartmentId? FirstOwner(Project project) => project.Ownerships.OrderBy(o => o.From).FirstOrDefault()?.DepartmentId;

    private async Task<IReadOnlySet<DepartmentId>> Own(Permit permit)
    {
        if (own is not null)
            return own;
        var all = await db.Departments.AsNoTracking().Where(d => d.From <= Year && (d.To == null || d.To >= Year)).Select(d => new { d.Id, d.ParentId }).ToListAsync();
        var below = all.Where(d => d.ParentId is not null).ToLookup(d => d.ParentId!.Value, d => d.Id);
        var found = new HashSet<DepartmentId>();
        var open = new Stack<DepartmentId>(permit.Departments);
        while (open.TryPop(out var at))
            if (found.Add(at))
                foreach (var child in below[at])
                    open.Push(child);
        return own = found;
    }
}
