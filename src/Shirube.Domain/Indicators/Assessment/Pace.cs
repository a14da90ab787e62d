namespace Shirube.Domain.Indicators;

/// <summary>進度: the rate against the share of the way that should be covered by the year, in percent; 100 is as planned. Indicators that keep a state are not scaled: their pace is their rate.</summary>
public readonly record struct Pace
{
    private Pace(decimal? percent, Undetermined? reason) => (Percent, Reason) = (percent, reason);

    public decimal? Percent { get; }
    public Undetermined? Reason { get; }

    public static Pace NotDefined(Undetermined reason) => new(null, reason);

    public static Pace Of(Measurement m, AchievementRate rate) => rate.Percent is not { } percent ? new(null, rate.Reason)
        : m.Type is IndicatorType.KeepHigher or IndicatorType.KeepLower ? new(percent, null)
        : m.ExpectedShare is not { } share ? new(null, Undetermined.ExpectedShareUnknown)
        : share <= 0 ? new(null, Undetermined.ExpectedShareIsZero)
        : new(percent / share, null);
}
