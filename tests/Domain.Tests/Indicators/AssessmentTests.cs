using Shirube.Domain.Indicators;
using Shouldly;
using Xunit;

namespace Domain.Tests.Indicators;

/// <summary>The worked numbers of the formulas, and what holds for all numbers.</summary>
public sealed class AssessmentTests
{
    // why: the formulas say pace 119.9, from the rate already rounded to 89.96; unrounded it is 119.95.
    [Theory]
    [InlineData(IndicatorType.Progress, "0", "4215", "566", null, "13.43", null, null)]
    [InlineData(IndicatorType.Progress, "0", "4215", "1303", "0.5", "30.91", "61.83", "C")]
    [InlineData(IndicatorType.Progress, "0", "4215", "3792", "0.75", "89.96", "119.95", "A")]
    [InlineData(IndicatorType.KeepLower, null, "10193", "11583", null, "86.36", "86.36", "B")]
    [InlineData(IndicatorType.Progress, "50", "70", "58", "0.4", "40", "100", "A")]
    [InlineData(IndicatorType.Progress, "50", "70", "52", "0.4", "10", "25", "D")]
    [InlineData(IndicatorType.RatioUp, "50", "70", "52", null, "74.29", null, null)]
    [InlineData(IndicatorType.Progress, "120", "90", "105", "0.4", "50", "125", "A")]
    [InlineData(IndicatorType.Progress, "120", "90", "126", "0.4", "-20", "-50", "D")]
    [InlineData(IndicatorType.KeepHigher, null, "80", "76", "0.5", "95", "95", "B")]
    [InlineData(IndicatorType.RatioDown, null, "30", "40", "1", "75", "75", "C")]
    [InlineData(IndicatorType.Cumulative, "0", "200", "150", "0.75", "75", "100", "A")]
    public void Rate_pace_and_grade_are_those_of_the_formulas(IndicatorType type, string? baseline, string target, string actual, string? share, string rate, string? pace, string? grade)
    {
        var assessment = Assessment.Of(new(type, Number(baseline), Number(target), Number(actual), Number(share)), GradeScheme.Letters);
        Math.Round(assessment.Rate.Percent!.Value, 2).ShouldBe(Number(rate)!.Value);
        (assessment.Pace.Percent is { } percent ? Math.Round(percent, 2) : (decimal?)null).ShouldBe(Number(pace));
        assessment.Grade?.Label.ShouldBe(grade);
    }

    [Theory]
    [InlineData("5", 100)]
    [InlineData("10", 100)]
    [InlineData("20", 100)]
    [InlineData("22", 60)]
    [InlineData("25", 0)]
    [InlineData("99", 0)]
    [InlineData("4", 80)]
    public void Within_a_range_all_is_reached_and_outside_it_falls_with_the_tolerance(string actual, decimal rate) =>
        AchievementRate.Of(new(IndicatorType.Range, null, null, Number(actual), null, new(5, 20, 5))).Percent.ShouldBe(rate);

    [Theory]
    [InlineData(IndicatorType.Progress, "5", "5", "7", Undetermined.TargetIsBaseline)]
    [InlineData(IndicatorType.Progress, null, "5", "7", Undetermined.BaselineUnknown)]
    [InlineData(IndicatorType.Progress, "1", null, "7", Undetermined.TargetUnknown)]
    [InlineData(IndicatorType.Progress, "1", "5", null, Undetermined.ActualUnknown)]
    [InlineData(IndicatorType.KeepHigher, null, "0", "7", Undetermined.TargetIsZero)]
    [InlineData(IndicatorType.KeepLower, null, "0", "7", Undetermined.TargetIsZero)]
    [InlineData(IndicatorType.RatioUp, null, "0", "7", Undetermined.TargetIsZero)]
    [InlineData(IndicatorType.RatioDown, null, "5", "0", Undetermined.ActualIsZero)]
    [InlineData(IndicatorType.Cumulative, null, "0", "7", Undetermined.TargetIsZero)]
    [InlineData(IndicatorType.Range, null, null, "7", Undetermined.RangeUnknown)]
    [InlineData(IndicatorType.TextTarget, null, null, "7", Undetermined.JudgedByPeople)]
    [InlineData(IndicatorType.Progress, "0", "0.0000000000000000001", "70000000000000000000000000", Undetermined.TooLarge)]
    public void What_is_not_defined_has_its_reason_and_is_never_zero(IndicatorType type, string? baseline, string? target, string? actual, Undetermined reason)
    {
        var assessment = Assessment.Of(new(type, Number(baseline), Number(target), Number(actual), 0.5m), GradeScheme.Letters);
        (assessment.Rate.Percent, assessment.Pace.Percent, assessment.Grade, assessment.Reason).ShouldBe((null, null, null, reason));
        reason.Words().ShouldEndWith("ため");
    }

    [Fact]
    public void Outside_a_range_without_tolerance_nothing_is_said_and_inside_it_is_reached()
    {
        AchievementRate.Of(new(IndicatorType.Range, null, null, 21, null, new(5, 20, 0))).Reason.ShouldBe(Undetermined.ToleranceIsZero);
        AchievementRate.Of(new(IndicatorType.Range, null, null, 20, null, new(5, 20, 0))).Percent.ShouldBe(100);
        AchievementRate.Of(new(IndicatorType.Range, null, null, 20, null, new(20, 5, 1))).Reason.ShouldBe(Undetermined.RangeTurned);
    }

    [Fact]
    public void Without_a_share_or_with_none_there_is_a_rate_and_no_pace()
    {
        var unsaid = Assessment.Of(new(IndicatorType.Progress, 0, 10, 5), GradeScheme.Letters);
        (unsaid.Rate.Percent, unsaid.Pace.Percent, unsaid.Grade, unsaid.Reason).ShouldBe((50m, null, null, Undetermined.ExpectedShareUnknown));
        Assessment.Of(new(IndicatorType.Progress, 0, 10, 5, 0), GradeScheme.Letters).Reason.ShouldBe(Undetermined.ExpectedShareIsZero);
    }

    [Fact]
    public void Every_scheme_grades_every_pace_and_a_better_pace_is_never_graded_worse()
    {
        var chance = new Random(7);
        foreach (var scheme in GradeScheme.Known)
        {
            scheme.Bands[^1].From.ShouldBeNull("all paces have a band");
            for (var round = 0; round < 500; round++)
            {
                var (a, b) = ((decimal)(chance.NextDouble() * 300 - 100), (decimal)(chance.NextDouble() * 300 - 100));
                scheme.RankOf(scheme.BandOf(Math.Max(a, b))).ShouldBeLessThanOrEqualTo(scheme.RankOf(scheme.BandOf(Math.Min(a, b))));
            }

            foreach (var band in scheme.Bands.Where(b => b.From is not null))
                scheme.BandOf(band.From!.Value).ShouldBe(band, "a bound belongs to its band");
        }
    }

    [Fact]
    public void Going_up_from_a_baseline_and_down_from_its_mirror_are_the_same_way()
    {
        var chance = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var (baseline, target, actual) = (Next(), Next(), Next());
            if (baseline == target)
                continue;
            AchievementRate.Of(new(IndicatorType.Progress, baseline, target, actual)).Percent.ShouldBe(AchievementRate.Of(new(IndicatorType.Progress, -baseline, -target, -actual)).Percent);
            AchievementRate.Of(new(IndicatorType.Progress, baseline, target, target)).Percent.ShouldBe(100);
            AchievementRate.Of(new(IndicatorType.Progress, baseline, target, baseline)).Percent.ShouldBe(0);
        }

        decimal Next() => chance.Next(-1000, 1000) / 10m;
    }

    [Theory]
    [InlineData(2020, 2030, 2024, "0.4")]
    [InlineData(2020, 2030, 2019, "0")]
    [InlineData(2020, 2030, 2031, "1")]
    [InlineData(2020, 2020, 2020, null)]
    public void The_way_is_expected_to_be_covered_year_by_year(int from, int to, int year, string? share) => ExpectedProgress.Linear(new(from), new(to), new(year)).ShouldBe(Number(share));

    [Fact]
    public void What_must_be_added_each_year_is_the_rest_over_the_years_left()
    {
        ExpectedProgress.Needed(new(2024), 58, new(2030), 70).ShouldBe(2);
        ExpectedProgress.Needed(new(2024), 105, new(2030), 90).ShouldBe(-2.5m);
        ExpectedProgress.Needed(new(2030), 60, new(2030), 70).ShouldBeNull();
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
