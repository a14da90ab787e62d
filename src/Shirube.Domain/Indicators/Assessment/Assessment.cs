namespace Shirube.Domain.Indicators;

/// <summary>指標の判定 of a year: rate, pace and grade, and why what is missing is missing. Nothing is rounded.</summary>
public sealed record Assessment(AchievementRate Rate, Pace Pace, GradeBand? Grade)
{
    /// <summary>Why there is no grade although there is a pace.</summary>
    public Undetermined? NotGraded { get; init; }

    /// <summary>Why there is no rate, or else no pace; null where there are both.</summary>
    public Undetermined? Reason => Rate.Reason ?? Pace.Reason;

    public static Assessment NotDefined(Undetermined reason) => new(AchievementRate.NotDefined(reason), Pace.NotDefined(reason), null);

    public static Assessment Of(Measurement measurement, GradeScheme scheme)
    {
        var rate = AchievementRate.Of(measurement);
        var pace = Pace.Of(measurement, rate);
        return new(rate, pace, pace.Percent is { } percent ? scheme.BandOf(percent) : null);
    }
}
