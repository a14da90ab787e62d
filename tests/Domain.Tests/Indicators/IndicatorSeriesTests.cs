using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shouldly;
using Xunit;

namespace Domain.Tests.Indicators;

/// <summary>Which figures of an indicator are set against which.</summary>
public sealed class IndicatorSeriesTests
{
    private static readonly AssessmentRule Rule = new(GradeScheme.Letters);

    [Fact]
    public void A_range_is_not_scaled_by_the_way_and_needs_no_target_beside_it()
    {
        var series = Series(new(IndicatorType.Range, new(2020), null, new(5, 20, 5)), [(2025, 22), (2026, 10)]);
        Read(series, 2026).ShouldBe((100m, 100m, "A"));
        Read(series, 2025).ShouldBe((60m, 60m, "C"));
        Read(series with { Targets = new Dictionary<FiscalYear, decimal> { [new(2030)] = 10 } }, 2025).ShouldBe((60m, 60m, "C"), "halfway to a year that has a target it is not twice as good");
    }

    [Fact]
    public void What_is_reached_needs_no_step_back()
    {
        var going = Series(new(IndicatorType.Progress, new(2020), 50), [(2026, 58)], (2030, 70));
        going.NeededEachYear.ShouldBe(3);
        (going with { Actuals = new Dictionary<FiscalYear, decimal> { [new(2026)] = 76 } }).NeededEachYear.ShouldBeNull("more than the goal");
        (going with { Method = new() }).NeededEachYear.ShouldBeNull("nobody chose how it is assessed");
        Series(new(IndicatorType.KeepLower), [(2026, 8)], (2030, 10)).NeededEachYear.ShouldBeNull("less is better");
        Series(new(IndicatorType.KeepLower), [(2026, 14)], (2030, 10)).NeededEachYear.ShouldBe(-1);
    }

    [Fact]
    public void A_sum_of_which_a_year_is_missing_is_not_known()
    {
        var series = Series(new(IndicatorType.Cumulative, new(2022)), [(2023, 10), (2024, 20), (2026, 30)], (2026, 100));
        Read(series, 2024).Rate.ShouldBe(30);
        series.AssessIn(new(2026), Rule)!.Result.Reason.ShouldBe(Undetermined.ActualUnknown);
    }

    [Fact]
    public void Years_on_both_sides_of_a_break_are_not_set_against_each_other()
    {
        var series = Series(new(IndicatorType.Progress, new(2022), 10), [(2023, 12), (2025, 14)], (2030, 20)) with { Breaks = [new(2024)] };
        Read(series, 2023).Rate.ShouldBe(20);
        series.AssessIn(new(2025), Rule)!.Result.Reason.ShouldBe(Undetermined.SeriesBroken);
    }

    [Fact]
    public void The_first_year_is_the_one_after_the_baseline_and_says_why_it_has_no_grade()
    {
        var rule = Rule with { IsFirstYearGraded = false };
        var series = Series(new(IndicatorType.Progress, new(2022), 10), [(2023, 12), (2024, 14)], (2030, 20));
        (series.AssessIn(new(2023), rule)!.Result.Grade, series.AssessIn(new(2023), rule)!.Result.NotGraded).ShouldBe((null, Undetermined.FirstYear));
        series.AssessIn(new(2024), rule)!.Result.Grade.ShouldNotBeNull();
        (series.IsAssessed(new(2022)), series.IsAssessed(new(2023))).ShouldBe((false, true));
    }

    private static (decimal? Rate, decimal? Pace, string? Grade) Read(IndicatorSeries series, int year) =>
        series.AssessIn(new(year), Rule)!.Result is var result ? (result.Rate.Percent, result.Pace.Percent, result.Grade?.Label) : default;

    private static IndicatorSeries Series(IndicatorMethod method, (int Year, decimal Value)[] actuals, params (int Year, decimal Value)[] targets) =>
        new(method, actuals.ToDictionary(a => new FiscalYear(a.Year), a => a.Value), targets.ToDictionary(t => new FiscalYear(t.Year), t => t.Value), new Dictionary<FiscalYear, decimal>(), []);
}
