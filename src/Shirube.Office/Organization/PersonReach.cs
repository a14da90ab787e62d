using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Organization;

/// <summary>Which departments an operation of one person reaches on a day: all, or the own ones with what lies below them. It answers with the posts that give it, so that what is refused and what is explained are one.</summary>
public sealed class PersonReach(OfficeDb db, Person person, DateOnly today)
{
    private DepartmentTree? tree;

    public Person Person => person;
    public DateOnly Today => today;
    public FiscalYear Year => FiscalYear.Of(today);

    public Permit MayDo(Operation operation) => person.MayDo(operation, today);

    /// <summary>The posts by which the operation reaches something of a department; none where it does not.</summary>
    public async Task<IReadOnlyList<Ground>> GroundsFor(Operation operation, DepartmentId? department)
    {
        var grounds = MayDo(operation).Grounds;
        // why: who may do it everywhere costs no look at the departments.
        if (grounds.Count == 0 || (department is null && grounds.All(g => g.Scope != Scope.All)))
            return [];
        if (grounds.All(g => g.Scope == Scope.All) || department is null)
            return [.. grounds.Where(g => g.Scope == Scope.All)];
        var there = await Tree();
        return [.. grounds.Where(g => g.Scope == Scope.All || there.WithBelow([g.Department!.Value]).Contains(department.Value))];
    }

    public async Task<IReadOnlySet<DepartmentId>> Own(Operation operation) => (await Tree()).WithBelow(MayDo(operation).Departments);

    public async Task<DepartmentTree> Tree() => tree ??= await DepartmentTree.Read(db, Year);

    // why: a project handed on from next year is, until then, still to be prepared by the department that gets it first.
    public DepartmentId? OwnerOf(Project project) => project.OwnerIn(Year) ?? project.Ownerships.OrderBy(o => o.From).FirstOrDefault()?.DepartmentId;
}
