using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shouldly;
using Xunit;

namespace Domain.Tests.Indicators;

public sealed class IndicatorTests
{
    private static readonly FiscalYear Year = new(2030);
    private readonly Indicator indicator = Indicator.Define("1か月以内に訪問した割合", "%", IndicatorKind.Outcome);

    [Fact]
    public void A_changed_target_keeps_the_original_with_its_day_and_reason()
    {
        indicator.Aim(Year, 95m, new(2027, 4, 1), null);
        indicator.Aim(Year, 90m, new(2028, 6, 1), "国の基準が変わったため");
        indicator.TargetFor(Year)!.Value.ShouldBe(90m);
        indicator.Targets.OrderBy(t => t.Revision).Select(t => (t.Revision, t.Value, t.SetOn, t.Reason)).ShouldBe(
            [(1, 95m, new DateOnly(2027, 4, 1), null), (2, 90m, new DateOnly(2028, 6, 1), "国の基準が変わったため")]);
    }

    [Fact]
    public void The_same_target_again_is_no_new_revision()
    {
        indicator.Aim(Year, 95m, new(2027, 4, 1), null);
        indicator.Aim(Year, 95.0m, new(2028, 4, 1), "同じ値");
        indicator.Targets.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_target_in_words_is_a_target()
    {
        indicator.Aim(Year, null, new(2027, 4, 1), null, "前年度より増加");
        indicator.TargetFor(Year)!.AsWritten.ShouldBe("前年度より増加");
        indicator.TargetFor(new(2031)).ShouldBeNull();
    }

    [Theory]
    [InlineData(12.5, ActualStatus.Final, true)]
    [InlineData(12.5, ActualStatus.Estimated, true)]
    [InlineData(0.0, ActualStatus.Preliminary, true)]
    [InlineData(null, ActualStatus.NotKnown, true)]
    [InlineData(null, ActualStatus.NotApplicable, true)]
    [InlineData(0.0, ActualStatus.NotKnown, false)]
    [InlineData(12.5, ActualStatus.NotApplicable, false)]
    [InlineData(null, ActualStatus.Final, false)]
    public void A_value_goes_with_its_status(double? value, ActualStatus status, bool fits)
    {
        (Indicator.WhyNotMeasure((decimal?)value, status) is null).ShouldBe(fits);
        if (fits)
            indicator.Measure(Year, (decimal?)value, status);
        else
            Should.Throw<RefusalException>(() => indicator.Measure(Year, (decimal?)value, status));
        indicator.Actuals.Count.ShouldBe(fits ? 1 : 0);
    }

    [Fact]
    public void A_year_made_blank_has_no_value()
    {
        indicator.Measure(Year, 12.5m, ActualStatus.Final);
        indicator.Measure(Year, 13m, ActualStatus.Final);
        indicator.Actuals.ShouldHaveSingleItem().Value.ShouldBe(13m);
        indicator.Unmeasure(Year);
        indicator.Actuals.ShouldBeEmpty();
    }
}
