using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>進んでいるはずの割合: linear from the baseline's year to the target's, or a table of the indicator's own; and how fast it must go on to reach the target.</summary>
public static class ExpectedProgress
{
    /// <summary>0 in the baseline's year and before, 1 in the target's year and after; null where the two years are one or turned about.</summary>
    public static decimal? Linear(FiscalYear baseline, FiscalYear target, FiscalYear year) =>
        target <= baseline ? null : Math.Clamp((decimal)(year.Value - baseline.Value) / (target.Value - baseline.Value), 0, 1);

    /// <summary>What must be added each year from the last actual on to reach the target; null where no year is left.</summary>
    public static decimal? Needed(FiscalYear year, decimal actual, FiscalYear targetYear, decimal target) =>
        targetYear <= year ? null : (target - actual) / (targetYear.Value - year.Value);
}
