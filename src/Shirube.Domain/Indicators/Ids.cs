using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

public readonly record struct IndicatorId(Guid Value) : ITypedId<IndicatorId>
{
    public static IndicatorId From(Guid value) => new(value);
    public static IndicatorId New() => new(Guid.CreateVersion7());
}

public readonly record struct AssessmentRulesId(Guid Value) : ITypedId<AssessmentRulesId>
{
    public static AssessmentRulesId From(Guid value) => new(value);
    public static AssessmentRulesId New() => new(Guid.CreateVersion7());
}
