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

public readonly record struct PlanTermId(Guid Value) : ITypedId<PlanTermId>
{
    public static PlanTermId From(Guid value) => new(value);
    public static PlanTermId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlanReviewId(Guid Value) : ITypedId<PlanReviewId>
{
    public static PlanReviewId From(Guid value) => new(value);
    public static PlanReviewId New() => new(Guid.CreateVersion7());
}

public readonly record struct LineageId(Guid Value) : ITypedId<LineageId>
{
    public static LineageId From(Guid value) => new(value);
    public static LineageId New() => new(Guid.CreateVersion7());
}

public readonly record struct ChangeReasonId(Guid Value) : ITypedId<ChangeReasonId>
{
    public static ChangeReasonId From(Guid value) => new(value);
    public static ChangeReasonId New() => new(Guid.CreateVersion7());
}

public readonly record struct GlossaryTermId(Guid Value) : ITypedId<GlossaryTermId>
{
    public static GlossaryTermId From(Guid value) => new(value);
    public static GlossaryTermId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlanFigureId(Guid Value) : ITypedId<PlanFigureId>
{
    public static PlanFigureId From(Guid value) => new(value);
    public static PlanFigureId New() => new(Guid.CreateVersion7());
}
