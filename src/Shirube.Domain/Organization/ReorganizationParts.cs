using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>A department that begins with the reorganization; it has its id before it is there.</summary>
public sealed class PlannedDepartment : IPartOf<Reorganization>
{
    internal PlannedDepartment(ReorganizationId reorganizationId, DepartmentId departmentId, int order, string name, string? code, DepartmentId? parentId)
    {
        ReorganizationId = reorganizationId;
        DepartmentId = departmentId;
        Order = order;
        Name = name;
        Code = code;
        ParentId = parentId;
    }

    public ReorganizationId ReorganizationId { get; private set; }
    public DepartmentId DepartmentId { get; private set; }
    public int Order { get; private set; }
    public string Name { get; private set; }
    public string? Code { get; private set; }
    public DepartmentId? ParentId { get; private set; }

    internal void LeaveParent(DepartmentId parent) => ParentId = ParentId == parent ? null : ParentId;
}

/// <summary>A department that gives way; one that <see cref="Continues"/> only hands a part on.</summary>
public sealed class Predecessor : IPartOf<Reorganization>
{
    internal Predecessor(ReorganizationId reorganizationId, DepartmentId departmentId, bool continues)
    {
        ReorganizationId = reorganizationId;
        DepartmentId = departmentId;
        Continues = continues;
    }

    public ReorganizationId ReorganizationId { get; private set; }
    public DepartmentId DepartmentId { get; private set; }
    public bool Continues { get; internal set; }
}

/// <summary>One department follows another.</summary>
public sealed class Succession : IPartOf<Reorganization>
{
    internal Succession(ReorganizationId reorganizationId, DepartmentId predecessorId, DepartmentId successorId)
    {
        ReorganizationId = reorganizationId;
        PredecessorId = predecessorId;
        SuccessorId = successorId;
    }

    public ReorganizationId ReorganizationId { get; private set; }
    public DepartmentId PredecessorId { get; private set; }
    public DepartmentId SuccessorId { get; private set; }
}

/// <summary>Where somebody sends one project or post.</summary>
public sealed class ReorganizationChoice : IPartOf<Reorganization>
{
    internal ReorganizationChoice(ReorganizationId reorganizationId, Guid subject, DepartmentId departmentId)
    {
        ReorganizationId = reorganizationId;
        Subject = subject;
        DepartmentId = departmentId;
    }

    public ReorganizationId ReorganizationId { get; private set; }
    /// <summary>The id of a project or of an assignment.</summary>
    public Guid Subject { get; private set; }
    public DepartmentId DepartmentId { get; private set; }
}

public enum EffectKind
{
    DepartmentEstablished,
    DepartmentAbolished,
    DepartmentMoved,
    ProjectHanded,
    /// <summary>A post ended with March, and another began in April.</summary>
    PostFollowed,
    /// <summary>A post that begins in April or later was given in the new department.</summary>
    PostRelocated,
    /// <summary>The conditions of a view name the departments that follow.</summary>
    ViewFollowed,
    /// <summary>An open call asks a department that follows as well.</summary>
    CallFollowed,
}

/// <summary>One thing that carrying out did, with what was before, so that it can be taken back.</summary>
public sealed class ReorganizationEffect : IPartOf<Reorganization>
{
    internal ReorganizationEffect(ReorganizationId reorganizationId, int order, EffectKind kind, Guid subject, Guid? made, Guid? before, DateOnly? beforeDay)
    {
        ReorganizationId = reorganizationId;
        Order = order;
        Kind = kind;
        Subject = subject;
        Made = made;
        Before = before;
        BeforeDay = beforeDay;
    }

    public ReorganizationId ReorganizationId { get; private set; }
    public int Order { get; private set; }
    public EffectKind Kind { get; private set; }
    public Guid Subject { get; private set; }
    /// <summary>The new owner of a project, the new department of a post or unit, or the post that follows.</summary>
    public Guid? Made { get; private set; }
    public Guid? Before { get; private set; }
    public DateOnly? BeforeDay { get; private set; }
}
