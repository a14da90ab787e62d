using Shirube.Domain.Common;

namespace Shirube.Domain.Surveys;

public readonly record struct SurveyId(Guid Value) : ITypedId<SurveyId>
{
    public static SurveyId From(Guid value) => new(value);
    public static SurveyId New() => new(Guid.CreateVersion7());
}
