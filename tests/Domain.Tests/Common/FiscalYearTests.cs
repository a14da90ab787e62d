using Shirube.Domain.Common;
using Shouldly;
using Xunit;

namespace Domain.Tests.Common;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2026-03-31", 2025)]
    [InlineData("2026-04-01", 2026)]
    [InlineData("2027-01-01", 2026)]
    [InlineData("2024-02-29", 2023)]
    public void A_day_belongs_to_the_year_that_began_on_the_april_before_it(string day, int year) =>
        FiscalYear.Of(DateOnly.Parse(day)).ShouldBe(new FiscalYear(year));

    [Fact]
    public void A_fiscal_year_holds_its_first_and_last_day_and_no_other()
    {
        var year = new FiscalYear(2026);
        FiscalYear.Of(year.FirstDay).ShouldBe(year);
        FiscalYear.Of(year.LastDay).ShouldBe(year);
        FiscalYear.Of(year.FirstDay.AddDays(-1)).ShouldBe(year.Previous);
        FiscalYear.Of(year.LastDay.AddDays(1)).ShouldBe(year.Next);
    }

    [Theory]
    [InlineData(2026, "令和8年度", "R8")]
    [InlineData(2019, "令和元年度", "R1")]
    [InlineData(2018, "平成30年度", "H30")]
    [InlineData(1989, "平成元年度", "H1")]
    [InlineData(1988, "昭和63年度", "S63")]
    [InlineData(1974, "昭和49年度", "S49")]
    [InlineData(1926, "昭和元年度", "S1")]
    [InlineData(1912, "大正元年度", "T1")]
    [InlineData(1868, "明治元年度", "M1")]
    public void A_year_is_written_as_offices_write_it(int value, string era, string shortForm)
    {
        new FiscalYear(value).Era.ShouldBe(era);
        new FiscalYear(value).Short.ShouldBe(shortForm);
    }

    [Fact]
    public void Every_era_year_leads_back_to_its_calendar_year()
    {
        for (var year = 1868; year <= 2200; year++)
            EraYear.Of(year).CalendarYear.ShouldBe(year);
    }

    [Theory]
    [InlineData(1867)]
    [InlineData(2201)]
    [InlineData(0)]
    public void A_year_outside_the_eras_is_no_fiscal_year(int value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FiscalYear(value));

    [Fact]
    public void Years_are_compared_and_counted()
    {
        (new FiscalYear(2030) - new FiscalYear(2026)).ShouldBe(4);
        (new FiscalYear(2026) + 4).ShouldBe(new FiscalYear(2030));
        (new FiscalYear(2026) < new FiscalYear(2027)).ShouldBeTrue();
        new FiscalYear(2026).Both.ShouldBe("令和8年度(2026年度)");
    }
}
