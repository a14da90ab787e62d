using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Ui.Charts;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>The indicators of an item in a plan book: one table of all, then the years of each that has at least two values, as a table and a chart.</summary>
internal static class BookIndicators
{
    public static IEnumerable<BookBlock> Of(PlanBook book, PlanItem item, int level)
    {
        var indicators = book.Indicators[item.Key].ToList();
        if (indicators.Count == 0)
            yield break;
        yield return new BookSubheading(level, "指標");
        yield return new BookTable([32, 9, 18, 19, 22],
            [new([new("指標", CellLook.Head), new("単位", CellLook.Head), new("基準値", CellLook.Head), new("実績値", CellLook.Head), new("目標値", CellLook.Head)], IsHead: true), .. indicators.Select(i => RowOf(i, book.Plan.First))]);
        foreach (var block in indicators.SelectMany(Years))
            yield return block;
    }

    private static BookRow RowOf(Indicator indicator, FiscalYear first)
    {
        var baseline = indicator.Actuals.Where(a => a.FiscalYear < first && a.Value is not null).MaxBy(a => a.FiscalYear);
        var actual = indicator.Actuals.Where(a => baseline is null || a.FiscalYear > baseline.FiscalYear).MaxBy(a => a.FiscalYear);
        var target = indicator.Targets.Count == 0 ? null : indicator.TargetFor(indicator.Targets.Max(t => t.FiscalYear));
        return new(
        [
            new(BookWords.Named(indicator.Name, indicator.IsSample)), new(indicator.Unit ?? BookWords.Unknown, CellLook.Middle),
            new(baseline is null ? BookWords.Unknown : $"{Format.Number(baseline.Value!.Value)}\n({baseline.FiscalYear.Era})", CellLook.Number),
            new(actual is null ? BookWords.Unknown : $"{Value(actual)}\n({actual.FiscalYear.Era} {Names.Of(actual.Status)})", CellLook.Number),
            new(target is null ? BookWords.Unknown : $"{Value(target)}\n({target.FiscalYear.Era}、{Format.Day(target.SetOn)}設定)", CellLook.Number),
        ]);
    }

    private static IEnumerable<BookBlock> Years(Indicator indicator)
    {
        var years = indicator.Actuals.Select(a => a.FiscalYear).Concat(indicator.Targets.Select(t => t.FiscalYear)).Distinct().Order()
            .Select(y => (Year: y, Actual: indicator.Actuals.FirstOrDefault(a => a.FiscalYear == y), Target: indicator.TargetFor(y))).ToList();
        if (years.Count(y => y.Actual?.Value is not null) + years.Count(y => y.Target?.Value is not null) < 2)
            return [];
        var name = BookWords.Named(indicator.Name, indicator.IsSample);
        return
        [
            new BookText($"{name}の推移{(indicator.Unit is { } unit ? $" 単位: {unit}" : "")}", BookTextKind.Caption),
            new BookTable([22, 20, 14, 20, 24],
            [
                new([new("年度", CellLook.Head), new("実績値", CellLook.Head), new("状態", CellLook.Head), new("目標値", CellLook.Head), new("目標を決めた日", CellLook.Head)], IsHead: true),
                .. years.Select(y => new BookRow([new(y.Year.Era), new(y.Actual is null ? BookWords.Unknown : Value(y.Actual), CellLook.Number), new(y.Actual is null ? "" : Names.Of(y.Actual.Status), CellLook.Middle), new(y.Target is null ? "" : Value(y.Target), CellLook.Number), new(y.Target is null ? "" : Format.Day(y.Target.SetOn))])),
            ]),
            new BookChart(name, indicator.Unit, Course(name, indicator.Unit, years).Summary, Filled(years)),
        ];
    }

    /// <summary>The chart of the same years for print.</summary>
    public static LineChart Drawn(BookChart chart) => new(chart.Name, chart.Unit,
        [.. chart.Years.Where(y => y.Actual is not null).Select(y => new ChartPoint(y.Year, y.Actual!.Value, y.IsProvisional))], [.. chart.Years.Where(y => y.Target is not null).Select(y => new ChartPoint(y.Year, y.Target!.Value))]);

    private static LineChart Course(string name, string? unit, IReadOnlyList<(FiscalYear Year, Actual? Actual, Target? Target)> years) => Drawn(new(name, unit, "", Filled(years)));

    // why: a year in which nothing is known has a place on the axis all the same, so that it shows as a gap.
    private static List<BookChartYear> Filled(IReadOnlyList<(FiscalYear Year, Actual? Actual, Target? Target)> years)
    {
        var known = years.ToDictionary(y => y.Year);
        return [.. Enumerable.Range(years[0].Year.Value, years[^1].Year - years[0].Year + 1).Select(v => new FiscalYear(v)).Select(y => known.TryGetValue(y, out var there)
            ? new BookChartYear(y, there.Actual?.Value, there.Actual?.Status is ActualStatus.Preliminary or ActualStatus.Estimated, there.Target?.Value) : new BookChartYear(y, null, false, null))];
    }

    private static string Value(Actual actual) => actual.Value is { } value ? Format.Number(value) : actual.AsWritten ?? Names.Of(actual.Status);

    private static string Value(Target target) => target.Value is { } value ? Format.Number(value) : target.AsWritten ?? BookWords.Unknown;
}
