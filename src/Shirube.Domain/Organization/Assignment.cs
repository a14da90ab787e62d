using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

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
    public DepartmentId? DepartmentId { get; internal set; }
    public DateOnly From { get; internal set; }
    public DateOnly? To { get; internal set; }
    /// <summary>The main post (本務) of its time; the others held then are additional (兼務).</summary>
    public bool IsMain { get; internal set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is not { } to || day <= to);

    public bool Overlaps(DateOnly from, DateOnly? to) => (to is not { } end || From <= end) && (To is not { } mine || from <= mine);
}
