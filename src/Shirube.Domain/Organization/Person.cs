using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>A member of the staff. Knows no password: the account is a separate thing. Names never enter a release.</summary>
public sealed class Person : Aggregate
{
    private readonly List<Assignment> assignments = [];

    private Person(PersonId id, string name)
    {
        Id = id;
        Name = name;
    }

    public PersonId Id { get; private set; }
    public string Name { get; private set; }
    public IReadOnlyList<Assignment> Assignments => assignments;

    public static Person Join(string name)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("職員の名前") : null).ThrowIfAny();
        return new(PersonId.New(), name.Trim());
    }

    /// <summary>Gives the role from a day on. A role tied to departments needs one.</summary>
    public Assignment Assign(Role role, DepartmentId? department, DateOnly from, DateOnly? to = null)
    {
        (role is Role.Entrant or Role.DepartmentHead && department is null ? Refusals.RoleNeedsDepartment
            : to < from ? Refusals.EndBeforeBegin("役割の期間") : null).ThrowIfAny();
        var assignment = new Assignment(AssignmentId.New(), Id, role, department, from, to);
        assignments.Add(assignment);
        return assignment;
    }

    /// <summary>The last day of an assignment.</summary>
    public void End(AssignmentId id, DateOnly last)
    {
        var assignment = assignments.Single(a => a.Id == id);
        (last < assignment.From ? Refusals.EndBeforeBegin("役割の期間") : null).ThrowIfAny();
        assignment.To = last;
    }

    /// <summary>How far the person may do something on a day, and in which departments when it is only the own ones.</summary>
    public Permit MayDo(Operation operation, DateOnly on)
    {
        var held = assignments.Where(a => a.HoldsOn(on)).Select(a => (a, scope: Permissions.ScopeOf(a.Role, operation))).ToList();
        return held.Any(h => h.scope == Scope.All) ? new(Scope.All, [])
            : held.Where(h => h.scope == Scope.OwnDepartment && h.a.DepartmentId is not null).Select(h => h.a.DepartmentId!.Value).Distinct().ToList() is { Count: > 0 } own
                ? new(Scope.OwnDepartment, own) : new(Scope.None, []);
    }
}

/// <summary>One role of a person, in a department where the role has one, from a day to a day (both included; open when <see cref="To"/> is null).</summary>
public sealed class Assignment : IPartOf<Person>
{
    internal Assignment(AssignmentId id, PersonId personId, Role role, DepartmentId? departmentId, DateOnly from, DateOnly? to)
    {
        Id = id;
        PersonId = personId;
        Role = role;
        DepartmentId = departmentId;
        From = from;
        To = to;
    }

    public AssignmentId Id { get; private set; }
    public PersonId PersonId { get; private set; }
    public Role Role { get; private set; }
    public DepartmentId? DepartmentId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; internal set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is not { } to || day <= to);
}

/// <summary>What <see cref="Person.MayDo"/> answers. The departments are the roots: what lies below them is included.</summary>
public sealed record Permit(Scope Scope, IReadOnlyList<DepartmentId> Departments)
{
    public bool Anywhere => Scope != Scope.None;
}
