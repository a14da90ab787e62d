using System.Globalization;

namespace Bench;

/// <summary>What one benchmark found, each finding beside its aim.</summary>
internal sealed record Outcome(string Name, string What, IReadOnlyList<Finding> Findings, string? Note = null)
{
    public string Words => string.Join('\n', Findings.Select(f => $"  {(f.IsMet ? "ok" : "--")} {f.Measure}: {f.Measured} (aim {f.Aim})").Prepend($"{Name}: {What}{(Note is null ? "" : $" ({Note})")}"));
}

/// <summary>One measured figure: its aim in words, whether it is met, and every sample it was made of.</summary>
internal sealed record Finding(string Measure, string Aim, string Measured, bool IsMet, IReadOnlyList<double> Samples)
{
    public static Finding AtLeast(string measure, double aim, Series series) => Share(measure, aim, series);

    /// <summary>At least the aim, where one is set.</summary>
    public static Finding Share(string measure, double? aim, Series series) => new(measure, aim is { } least ? $"≥ {Text(least)}" : "", Text(series), !(series.Median < aim), series.Samples);

    public static Finding AtMost(string measure, double aim, string unit, Series series) => new(measure, $"≤ {Text(aim)}{unit}", $"{Text(series)}{unit}", series.Median <= aim, series.Samples);

    public static Finding AtMost(string measure, double aim, string unit, double value) => new(measure, $"≤ {Text(aim)}{unit}", $"{Text(value)}{unit}", value <= aim, [value]);

    /// <summary>A figure without an aim.</summary>
    public static Finding Told(string measure, string unit, double value) => new(measure, "", $"{Text(value)}{unit}", true, [value]);

    private static string Text(Series series) => $"{Text(series.Median)} ({Text(series.Least)} to {Text(series.Most)})";

    private static string Text(double value) => value.ToString(value < 0.1 ? "0.000" : value < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
