namespace Shirube.Domain.Indicators;

/// <summary>範囲の目標: from, to (both included) and how far outside the rate falls to 0; null where a bound is not known.</summary>
public readonly record struct AllowedRange(decimal? Lower, decimal? Upper, decimal? Tolerance);
