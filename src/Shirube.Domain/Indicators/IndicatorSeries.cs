using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>An indicator's figures over the years, as they are assessed: values that are known, the targets in force, the shares of the way where the indicator has a table of them, and the years from which it is counted in another way.</summary>
public sealed record IndicatorSeries(IndicatorMethod Method, IReadOnlyDictionary<FiscalYear, decimal> Actuals, IReadOnlyDictionary<FiscalYear, decimal> Targets, IReadOnlyDictionary<FiscalYear, decimal> Shares, IReadOnlyCollection<FiscalYear> Breaks)
{
    /// <summary>The last year that has a target, which the way leads to.</summary>
    public FiscalYear? GoalYear => Targets.Count == 0 ? null : Targets.Keys.Max();

    public FiscalYear? LatestYear => Actuals.Count == 0 ? null : Actuals.Keys.Max();

    /// <summary>What must be added each year from the latest value on to reach the goal; null where it is reached, or where that is not defined.</summary>
    public decimal? NeededEachYear => Method.Type is IndicatorType.Progress or IndicatorType.KeepHigher or IndicatorType.KeepLower or IndicatorType.RatioUp or IndicatorType.RatioDown
        && LatestYear is { } latest && GoalYear is { } goal && AchievementRate.Of(new(Method.Type.Value, Method.Baseline, Targets[goal], Actuals[latest])).Percent < 100
        ? ExpectedProgress.Needed(latest, Actuals[latest], goal, Targets[goal]) : null;

    /// <summary>初年度: the year after the baseline's, or the first with a value where there is no baseline.</summary>
    private FiscalYear? FirstYear => Method.BaselineYear is { } from ? from.Next : Actuals.Count == 0 ? null : Actuals.Keys.Min();

    /// <summary>Whether a year is one to assess: the baseline's year and those before it are what others are measured from.</summary>
    public bool IsAssessed(FiscalYear year) => Method.BaselineYear is not { } from || year > from;

    /// <summary>Null where no type was chosen. A progress and a sum are measured against the goal; others against the year's own target, or the goal where it has none.</summary>
    public YearAssessment? AssessIn(FiscalYear year, AssessmentRule rule)
    {
        if (Method.Type is not { } type)
            return null;
        var isOfGoal = type is IndicatorType.Progress or IndicatorType.Cumulative || !Targets.ContainsKey(year);
        var targetYear = isOfGoal ? GoalYear : year;
        var measurement = new Measurement(type, Method.Baseline, targetYear is { } aimed ? Targets[aimed] : null, ActualIn(type, year), isOfGoal && type != IndicatorType.Range ? ShareIn(year) : 1, Method.Range);
        var assessment = IsBroken(type, year) ? Assessment.NotDefined(Undetermined.SeriesBroken) : Assessment.Of(measurement, rule.Scheme);
        return new(year, targetYear, measurement, rule.IsFirstYearGraded || year != FirstYear ? assessment : assessment with { Grade = null, NotGraded = Undetermined.FirstYear });
    }

    private bool IsBroken(IndicatorType type, FiscalYear year) =>
        type is IndicatorType.Progress or IndicatorType.Cumulative && (Method.BaselineYear ?? (Actuals.Count == 0 ? null : (FiscalYear?)Actuals.Keys.Min())) is { } from && Breaks.Any(b => b > from && b <= year);

    // why: a sum of which a year is missing is not known.
    private decimal? ActualIn(IndicatorType type, FiscalYear year)
    {
        if (type != IndicatorType.Cumulative)
            return Actuals.TryGetValue(year, out var value) ? value : null;
        var from = Method.BaselineYear?.Next ?? (Actuals.Count == 0 ? year : Actuals.Keys.Min());
        var years = Enumerable.Range(from.Value, Math.Max(0, year.Value - from.Value + 1)).Select(y => new FiscalYear(y)).ToList();
        return years.Count > 0 && years.TrueForAll(Actuals.ContainsKey) ? years.Sum(y => Actuals[y]) : null;
    }

    private decimal? ShareIn(FiscalYear year) => Shares.Count > 0 ? Shares.TryGetValue(year, out var share) ? share : null
        : Method.BaselineYear is { } from && GoalYear is { } goal ? ExpectedProgress.Linear(from, goal, year) : null;
}

/// <summary>How a municipality grades: its scheme, and whether an indicator's first year has a grade.</summary>
public sealed record AssessmentRule(GradeScheme Scheme, bool IsFirstYearGraded = true);

/// <param name="TargetYear">Of the target it is measured against.</param>
public sealed record YearAssessment(FiscalYear Year, FiscalYear? TargetYear, Measurement From, Assessment Result);
