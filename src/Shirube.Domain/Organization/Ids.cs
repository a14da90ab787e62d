using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

public readonly record struct DepartmentId(Guid Value) : ITypedId<DepartmentId>
{
    public static DepartmentId From(Guid value) => new(value);
    public static DepartmentId New() => new(Guid.CreateVersion7());
}

public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
    public static PersonId New() => new(Guid.CreateVersion7());
}

public readonly record struct AssignmentId(Guid Value) : ITypedId<AssignmentId>
{
    public static AssignmentId From(Guid value) => new(value);
    public static AssignmentId New() => new(Guid.CreateVersion7());
}

public readonly record struct MayoralTermId(Guid Value) : ITypedId<MayoralTermId>
{
    public static MayoralTermId From(Guid value) => new(value);
    public static MayoralTermId New() => new(Guid.CreateVersion7());
}

public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);
    public static InvitationId New() => new(Guid.CreateVersion7());
}
