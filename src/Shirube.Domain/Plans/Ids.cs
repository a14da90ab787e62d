using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

public readonly record struct PlanId(Guid Value) : ITypedId<PlanId>
{
    public static PlanId From(Guid value) => new(value);
    public static PlanId New() => new(Guid.CreateVersion7());
}

public readonly record struct LevelId(Guid Value) : ITypedId<LevelId>
{
    public static LevelId From(Guid value) => new(value);
    public static LevelId New() => new(Guid.CreateVersion7());
}

public readonly record struct EditionId(Guid Value) : ITypedId<EditionId>
{
    public static EditionId From(Guid value) => new(value);
    public static EditionId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlanItemId(Guid Value) : ITypedId<PlanItemId>
{
    public static PlanItemId From(Guid value) => new(value);
    public static PlanItemId New() => new(Guid.CreateVersion7());
}

public readonly record struct GlossaryTermId(Guid Value) : ITypedId<GlossaryTermId>
{
    public static GlossaryTermId From(Guid value) => new(value);
    public static GlossaryTermId New() => new(Guid.CreateVersion7());
}
