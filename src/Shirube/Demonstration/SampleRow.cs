using System.Globalization;

namespace Shirube.Demonstration;

/// <summary>One line of the table of invented projects: amounts in thousands of yen by source for R6, then R7 and R8 in percent of it.</summary>
internal sealed record SampleRow(
    int Index, string Measure, string Department, string Class, string Name, string Target, string Intent, string Means,
    IReadOnlyList<long> Thousands, IReadOnlyList<string> Percents, decimal Hours, SampleSeries Activity, SampleSeries Outcome, string Direction, string? Opinion)
{
    public static IReadOnlyList<SampleRow> All() => [.. Sample.Table("sample-projects.txt").Select(Read)];

    private static SampleRow Read(string[] f, int index) => new(
        index, f[0], f[1], f[2], f[3], f[4], f[5], f[6],
        [.. f[7].Split(',').Select(n => long.Parse(n, CultureInfo.InvariantCulture))], f[8].Split(','), decimal.Parse(f[9], CultureInfo.InvariantCulture),
        SampleSeries.Read(f[10]), SampleSeries.Read(f[11]), f[12], f.Length > 13 && f[13].Length > 0 ? f[13] : null);
}

/// <summary>An invented indicator: values of R4 to R6, perhaps the plan for R7, and the target for R8. Null where it was not known.</summary>
internal sealed record SampleSeries(string Name, string Unit, IReadOnlyList<decimal?> Values, decimal? Target)
{
    public static SampleSeries Read(string text)
    {
        var f = text.Split('/');
        return new(f[0], f[1], [.. f[2].Split(',').Select(Number)], f.Length > 3 ? Number(f[3]) : null);
    }

    private static decimal? Number(string text) => text is "-" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
