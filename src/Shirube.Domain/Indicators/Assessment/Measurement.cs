namespace Shirube.Domain.Indicators;

/// <summary>What an indicator is assessed from in one year. Null is not known, never 0.</summary>
/// <param name="Actual">Of a cumulative indicator the sum so far.</param>
/// <param name="ExpectedShare">How much of the way should be covered by that year, 1 being all of it.</param>
public sealed record Measurement(IndicatorType Type, decimal? Baseline, decimal? Target, decimal? Actual, decimal? ExpectedShare = null, AllowedRange Range = default);
