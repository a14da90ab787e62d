using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>測定期間: the days a value was measured over, both included, where they are not those of its year. One and the same day is a moment.</summary>
public sealed record MeasuredPeriod(DateOnly From, DateOnly To)
{
    public const int MostYears = 10;

    public Refusal? WhyNot => To < From ? Refusals.EndBeforeBegin("測定期間") : To >= From.AddYears(MostYears) ? Refusals.MeasuredPeriodTooLong(MostYears) : null;
}
