using Shirube.Domain.Common;

namespace Shirube.Domain.Evaluation;

public readonly record struct EvaluationFactId(Guid Value) : ITypedId<EvaluationFactId>
{
    public static EvaluationFactId From(Guid value) => new(value);
    public static EvaluationFactId New() => new(Guid.CreateVersion7());
}
