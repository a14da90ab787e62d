using Shirube.Domain.Common;
using Shirube.Ui.Text;
using Shouldly;
using Xunit;

namespace Web.Tests.Ui;

public sealed class FormatTests
{
    [Theory]
    [InlineData(182_400_000, "1億8,240万円")]
    [InlineData(24_100_000, "2,410万円")]
    [InlineData(355_000, "35.5万円")]
    [InlineData(8_400, "8,400円")]
    [InlineData(0, "0円")]
    [InlineData(100_000_000, "1億円")]
    [InlineData(1_234_500_000_000, "12,345億円")]
    [InlineData(-24_100_000, "−2,410万円")]
    public void Money_reads_in_oku_and_man(long yen, string words) => Format.Yen(new(yen)).ShouldBe(words);

    [Fact]
    public void The_exact_amount_keeps_every_yen()
    {
        Format.ExactYen(new(182_403_955)).ShouldBe("182,403,955円");
        Format.Thousands(new(1_355_393)).ShouldBe("1,355.393");
    }

    [Fact]
    public void A_number_loses_its_trailing_zeros_but_no_digit()
    {
        Format.Number(12.50m).ShouldBe("12.5");
        Format.Number(1234567.8900m).ShouldBe("1,234,567.89");
        Format.Number(0m).ShouldBe("0");
        Format.Number(-0.12m).ShouldBe("−0.12");
    }

    [Fact]
    public void Days_are_written_in_eras_and_a_first_year_is_gannen()
    {
        Format.Day(new(2026, 11, 22)).ShouldBe("令和8年11月22日");
        Format.Day(new(2019, 5, 1)).ShouldBe("令和元年5月1日");
        Format.Day(new(2019, 4, 30)).ShouldBe("平成31年4月30日");
        Format.Day(new(1989, 1, 8)).ShouldBe("平成元年1月8日");
        Format.DayOfWeek(new(2026, 11, 22)).ShouldBe("令和8年11月22日(日)");
        Format.Month(2025, 5).ShouldBe("令和7年5月");
        Format.Month(2025, 5, 3).ShouldBe("令和7年5月3日");
    }

    [Fact]
    public void A_period_without_an_end_stays_open()
    {
        Format.Period(new(2027), null).ShouldBe("令和9年度(2027年度)から");
        Format.Period(new(2017), new FiscalYear(2026)).ShouldBe("平成29年度から令和8年度まで(2017〜2026年度)");
    }
}
