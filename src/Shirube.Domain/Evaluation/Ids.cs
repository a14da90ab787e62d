using Shirube.Domain.Common;

namespace Shirube.Domain.Evaluation;

public readonly record struct EvaluationFactId(Guid Value) : ITypedId<EvaluationFactId>
{
    public static EvaluationFactId From(Guid value) => new(value);
    public static EvaluationFactId New() => new(Guid.CreateVersion7());
}

public readonly record struct EvaluationFormId(Guid Value) : ITypedId<EvaluationFormId>
{
    public static EvaluationFormId From(Guid value) => new(value);
    public static EvaluationFormId New() => new(Guid.CreateVersion7());
}

public readonly record struct EvaluationRoundId(Guid Value) : ITypedId<EvaluationRoundId>
{
    public static EvaluationRoundId From(Guid value) => new(value);
    public static EvaluationRoundId New() => new(Guid.CreateVersion7());
}

public readonly record struct EvaluationSheetId(Guid Value) : ITypedId<EvaluationSheetId>
{
    public static EvaluationSheetId From(Guid value) => new(value);
    public static EvaluationSheetId New() => new(Guid.CreateVersion7());
}

public readonly record struct ExternalReviewId(Guid Value) : ITypedId<ExternalReviewId>
{
    public static ExternalReviewId From(Guid value) => new(value);
    public static ExternalReviewId New() => new(Guid.CreateVersion7());
}

public readonly record struct SheetReviewId(Guid Value) : ITypedId<SheetReviewId>
{
    public static SheetReviewId From(Guid value) => new(value);
    public static SheetReviewId New() => new(Guid.CreateVersion7());
}

public readonly record struct ReminderRulesId(Guid Value) : ITypedId<ReminderRulesId>
{
    public static ReminderRulesId From(Guid value) => new(value);
    public static ReminderRulesId New() => new(Guid.CreateVersion7());
}
