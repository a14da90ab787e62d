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

public readonly record struct DeputyshipId(Guid Value) : ITypedId<DeputyshipId>
{
    public static DeputyshipId From(Guid value) => new(value);
    public static DeputyshipId New() => new(Guid.CreateVersion7());
}

public readonly record struct TransferId(Guid Value) : ITypedId<TransferId>
{
    public static TransferId From(Guid value) => new(value);
    public static TransferId New() => new(Guid.CreateVersion7());
}

public readonly record struct ReorganizationId(Guid Value) : ITypedId<ReorganizationId>
{
    public static ReorganizationId From(Guid value) => new(value);
    public static ReorganizationId New() => new(Guid.CreateVersion7());
}

public readonly record struct AccountRulesId(Guid Value) : ITypedId<AccountRulesId>
{
    public static AccountRulesId From(Guid value) => new(value);
    public static AccountRulesId New() => new(Guid.CreateVersion7());
}
