using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>達成率の求め方 of one indicator: its type, the baseline with its year, bounds of a range. Null is not known; without a type nothing is assessed.</summary>
public sealed record IndicatorMethod(IndicatorType? Type = null, FiscalYear? BaselineYear = null, decimal? Baseline = null, AllowedRange Range = default)
{
    public Refusal? WhyNot =>
        Range.Lower > Range.Upper ? Refusals.RangeTurned
        : Range.Tolerance < 0 ? Refusals.ToleranceBelowZero
        : Baseline is not null && BaselineYear is null ? Refusals.BaselineYearMissing : null;
}
