using Shirube.Domain.Common;

namespace Shirube.Domain.Links;

public readonly record struct ItemLinkId(Guid Value) : ITypedId<ItemLinkId>
{
    public static ItemLinkId From(Guid value) => new(value);
    public static ItemLinkId New() => new(Guid.CreateVersion7());
}

public readonly record struct GoalLinkId(Guid Value) : ITypedId<GoalLinkId>
{
    public static GoalLinkId From(Guid value) => new(value);
    public static GoalLinkId New() => new(Guid.CreateVersion7());
}

public readonly record struct OwnGoalSetId(Guid Value) : ITypedId<OwnGoalSetId>
{
    public static OwnGoalSetId From(Guid value) => new(value);
    public static OwnGoalSetId New() => new(Guid.CreateVersion7());
}

public readonly record struct OwnGoalId(Guid Value) : ITypedId<OwnGoalId>
{
    public static OwnGoalId From(Guid value) => new(value);
    public static OwnGoalId New() => new(Guid.CreateVersion7());
}

public readonly record struct InitiativeId(Guid Value) : ITypedId<InitiativeId>
{
    public static InitiativeId From(Guid value) => new(value);
    public static InitiativeId New() => new(Guid.CreateVersion7());
}

public readonly record struct PartnerActivityId(Guid Value) : ITypedId<PartnerActivityId>
{
    public static PartnerActivityId From(Guid value) => new(value);
    public static PartnerActivityId New() => new(Guid.CreateVersion7());
}
