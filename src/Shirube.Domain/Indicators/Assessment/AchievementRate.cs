namespace Shirube.Domain.Indicators;

/// <summary>達成率: how far a year's value has come towards the target, in percent, not rounded; or why it is not defined. It may lie below 0 and above 100.</summary>
public readonly record struct AchievementRate
{
    private AchievementRate(decimal? percent, Undetermined? reason) => (Percent, Reason) = (percent, reason);

    public decimal? Percent { get; }
    public Undetermined? Reason { get; }

    public static AchievementRate NotDefined(Undetermined reason) => new(null, reason);

    public static AchievementRate Of(Measurement m)
    {
        try
        {
            return WhyNot(m) is { } reason ? new(null, reason) : new(Rate(m), null);
        }
        catch (OverflowException)
        {
            return new(null, Undetermined.TooLarge);
        }
    }

    private static Undetermined? WhyNot(Measurement m) => m switch
    {
        { Type: IndicatorType.TextTarget } => Undetermined.JudgedByPeople,
        { Actual: null } => Undetermined.ActualUnknown,
        { Type: IndicatorType.Range } => WhyNotRange(m.Range, m.Actual.Value),
        { Target: null } => Undetermined.TargetUnknown,
        { Type: IndicatorType.Progress, Baseline: null } => Undetermined.BaselineUnknown,
        { Type: IndicatorType.Progress } => m.Target == m.Baseline ? Undetermined.TargetIsBaseline : null,
        { Type: IndicatorType.RatioDown } => m.Actual == 0 ? Undetermined.ActualIsZero : null,
        _ => m.Target == 0 ? Undetermined.TargetIsZero : null,
    };

    private static Undetermined? WhyNotRange(AllowedRange range, decimal actual) => range switch
    {
        { Lower: null } or { Upper: null } => Undetermined.RangeUnknown,
        _ when range.Lower > range.Upper => Undetermined.RangeTurned,
        _ when range.Lower <= actual && actual <= range.Upper => null,
        { Tolerance: null } => Undetermined.RangeUnknown,
        { Tolerance: <= 0 } => Undetermined.ToleranceIsZero,
        _ => null,
    };

    private static decimal Rate(Measurement m)
    {
        var (actual, target) = (m.Actual!.Value, m.Target.GetValueOrDefault());
        return m.Type switch
        {
            IndicatorType.Progress => (actual - m.Baseline!.Value) * 100 / (target - m.Baseline.Value),
            IndicatorType.KeepLower => (2 - actual / target) * 100,
            IndicatorType.RatioDown => target * 100 / actual,
            IndicatorType.Range => WithinRange(m.Range, actual),
            _ => actual * 100 / target,
        };
    }

    private static decimal WithinRange(AllowedRange range, decimal actual)
    {
        var outside = Math.Max(Math.Max(range.Lower!.Value - actual, actual - range.Upper!.Value), 0);
        return outside == 0 ? 100 : Math.Max(0, (1 - outside / range.Tolerance!.Value) * 100);
    }
}
