using System.Text;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;
using Shirube.Files.Import;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>How single cells are understood: amounts, years, dashes, words.</summary>
public sealed class Cells_of_any_kind
{
    private static ImportBatch Amount(object? cell, string unit = "千円") =>
        new Book().Sheet("一覧", [["事業番号", "事業名", "担当課", $"令和6年度決算額（{unit}）"], [1, "サンプル事業", "企画課", cell], [2, "サンプル他事業", "企画課", 1]]).Suggested();

    private static Figure? Figure(ImportBatch batch) => batch.Projects[0].Money.Select(m => (Figure?)m.Figure).SingleOrDefault();

    [Theory]
    [InlineData("1234", 1_234_000)]
    [InlineData("1,234", 1_234_000)]
    [InlineData(" 1,234\t", 1_234_000)]
    [InlineData("１，２３４", 1_234_000)]
    [InlineData("1,234千円", 1_234_000)]
    [InlineData("50,700,000円", 50_700_000)]
    [InlineData("12万円", 120_000)]
    [InlineData("1.5百万円", 1_500_000)]
    [InlineData("△1,234", -1_234_000)]
    [InlineData("▲ 5", -5_000)]
    [InlineData("(1,234)", -1_234_000)]
    [InlineData("（1,234）", -1_234_000)]
    [InlineData("-7", -7_000)]
    [InlineData("−7", -7_000)]
    [InlineData("¥1,000", 1_000_000)]
    [InlineData("0", 0)]
    [InlineData("36（1）", 36_000)]
    public void An_amount_is_read_to_the_yen(string text, long yen) => Figure(Amount(text)).ShouldBe(Shirube.Domain.Projects.Figure.Of(new(yen)));

    [Theory]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("ー")]
    [InlineData("―")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("‐")]
    [InlineData("−")]
    [InlineData(" － ")]
    public void A_dash_is_neither_0_nor_blank(string dash)
    {
        var batch = Amount(dash);
        Figure(batch).ShouldBe(Shirube.Domain.Projects.Figure.None(Absence.Dash));
        batch.Problems.ShouldContain(p => p.Code == "dash" && p.Row == 2 && p.Column == "D");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　")]
    public void A_blank_is_no_figure(string? blank) => Figure(Amount(blank)).ShouldBeNull();

    [Theory]
    [InlineData("皆増", "not-a-number")]
    [InlineData("約1000", "not-a-number")]
    [InlineData("1,23", "not-a-number")]
    [InlineData("10～20", "not-a-number")]
    [InlineData("12人", "amount-not-money")]
    [InlineData("未把握", "no-value")]
    [InlineData("データなし", "no-value")]
    public void What_is_no_amount_is_listed_and_not_taken(string text, string code)
    {
        var batch = Amount(text);
        Figure(batch).ShouldBeNull();
        batch.Problems.ShouldContain(p => p.Code == code && p.Sheet == "一覧" && p.Row == 2 && p.Column == "D" && p.Value == text);
    }

    [Fact]
    public void 未定_is_a_figure_without_an_amount() => Figure(Amount("未定")).ShouldBe(Shirube.Domain.Projects.Figure.None(Absence.Undecided));

    [Fact]
    public void An_error_cell_is_listed()
    {
        var batch = Amount(new Error("#REF!"));
        Figure(batch).ShouldBeNull();
        batch.Problems.Single(p => p.Code == "cell-error").Value.ShouldBe("#REF!");
    }

    [Theory]
    [InlineData(1355.3925, 1_355_392)]
    [InlineData(2974.8225, 2_974_822)]
    [InlineData(0.0005, 0)]
    [InlineData(0.0015, 2)]
    [InlineData(2551.0100000000002, 2_551_010)]
    public void Fractions_of_a_yen_round_half_to_even_and_are_listed(double thousands, long yen)
    {
        var batch = Amount((decimal)thousands);
        Figure(batch).ShouldBe(Shirube.Domain.Projects.Figure.Of(new(yen)));
        batch.Problems.Count(p => p.Code == "fraction-of-yen").ShouldBe((decimal)thousands * 1000 % 1 == 0 ? 0 : 1);
    }

    [Fact]
    public void An_amount_beyond_all_measure_is_an_error() =>
        Amount("99,999,999,999,999", "円").Problems.Single(p => p.Severity == ProblemSeverity.Error).Code.ShouldBe("amount-too-large");

    [Theory]
    [InlineData("98.7%", 98.7)]
    [InlineData("98.7％", 98.7)]
    [InlineData("12人", 12)]
    [InlineData("1,050件", 1050)]
    public void A_unit_behind_an_indicator_s_value_is_left_out_and_listed(string text, double value)
    {
        var batch = Indicator(text);
        batch.Projects[0].Indicators.Single().Actuals.Single().Value.ShouldBe((decimal)value);
        batch.Problems.ShouldContain(p => p.Code == "unit-in-cell" && p.Column == "G");
    }

    [Fact]
    public void A_cell_shown_as_a_percentage_counts_as_it_is_seen()
    {
        var batch = Indicator(new Percent(0.987m));
        batch.Projects[0].Indicators.Single().Actuals.Single().Value.ShouldBe(98.7m);
        batch.Problems.ShouldContain(p => p.Code == "percent-cell");
    }

    [Fact]
    public void Words_where_a_value_should_be_are_kept_as_written_without_a_value()
    {
        var actual = Indicator("おおむね達成").Projects[0].Indicators.Single().Actuals.Single();
        (actual.Value, actual.Status, actual.AsWritten).ShouldBe((null, ActualStatus.NotKnown, "おおむね達成"));
    }

    [Fact]
    public void Two_values_in_a_cell_are_told_from_values_that_stand_alone()
    {
        var totals = ImportTotals.Of(Indicator("36（1）"));
        (totals.IndicatorValues, totals.FirstOfTwoValues).ShouldBe((0, 1));
    }

    private static ImportBatch Indicator(object? cell) =>
        new Book().Sheet("一覧", [["事業番号", "事業名", "担当課", "令和6年度決算額（千円）", "成果指標", "単位", "実績"], [1, "サンプル事業", "企画課", 1, "サンプル指標", null, cell]]).Suggested();

    [Theory]
    [InlineData("昭和49", 1974)]
    [InlineData("昭和49年度", 1974)]
    [InlineData("令和元", 2019)]
    [InlineData("令和元年度", 2019)]
    [InlineData("令和５", 2023)]
    [InlineData("R6", 2024)]
    [InlineData("Ｒ６年度", 2024)]
    [InlineData("H30", 2018)]
    [InlineData("H.30", 2018)]
    [InlineData("S49", 1974)]
    [InlineData("平成30年4月", 2018)]
    [InlineData("平成30年3月", 2017)]
    [InlineData("R6.4.1", 2024)]
    [InlineData("令和6年3月31日", 2023)]
    [InlineData("2019", 2019)]
    [InlineData("2019年度", 2019)]
    [InlineData("2019/3/31", 2018)]
    [InlineData("2019-04-01", 2019)]
    [InlineData("平成32", 2020)]
    [InlineData("昭和50年頃", 1975)]
    [InlineData("平成20～", 2008)]
    [InlineData("大正15", 1926)]
    public void A_year_is_read_as_offices_write_it(string text, int year) => Begin(text).First.ShouldBe(new FiscalYear(year));

    [Theory]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("不明")]
    [InlineData("昭和70")]
    [InlineData("27")]
    [InlineData("令和99年13月")]
    [InlineData("昔から")]
    public void What_is_no_year_stays_unknown_in_its_own_words(string text)
    {
        var period = Begin(text);
        period.First.ShouldBeNull();
        period.AsWritten!.ShouldContain(text);
    }

    [Fact]
    public void A_bare_year_takes_the_era_the_mapping_gives() => Begin("27", Era.平成).First.ShouldBe(new FiscalYear(2015));

    [Fact]
    public void A_day_is_the_fiscal_year_it_falls_in() => Begin(new DateOnly(2020, 3, 31)).First.ShouldBe(new FiscalYear(2019));

    [Theory]
    [InlineData("令和5～令和7", 2023, 2025)]
    [InlineData("R5〜R7年度", 2023, 2025)]
    [InlineData("平成18年度～", 2006, null)]
    [InlineData("令和5年度～7年度", 2023, 2025)]
    [InlineData("2023~2025", 2023, 2025)]
    public void Both_ends_of_a_period_in_one_cell(string text, int first, int? last)
    {
        var mapping = new Mapping { Project = new() { Name = "事業名", Period = "事業期間" } };
        var period = new Book().Sheet("一覧", [["事業名", "事業期間"], ["サンプル事業", text]]).Read(mapping).Projects[0].Period;
        (period.First?.Value, period.Last?.Value, period.AsWritten).ShouldBe((first, last, text));
    }

    private static ProjectPeriod Begin(object? cell, Era? era = null)
    {
        var mapping = new Mapping { Project = new() { Name = "事業名", Begin = "開始年度", BeginEra = era } };
        return new Book().Sheet("一覧", [["事業名", "開始年度"], ["サンプル事業", cell]]).Read(mapping).Projects[0].Period;
    }

    [Fact]
    public void Every_fiscal_year_written_in_every_way_is_read_back()
    {
        var rows = new List<object?[]> { new object?[] { "事業名", "開始年度" } };
        var wanted = new List<int>();
        for (var year = 1930; year <= 2040; year++)
            foreach (var text in new[] { new FiscalYear(year).Era, new FiscalYear(year).Short, $"{year}", $"{year}年4月1日", EraYear.Of(year).ToString() })
            {
                rows.Add([$"サンプル{rows.Count}", text]);
                wanted.Add(year);
            }

        var mapping = new Mapping { Project = new() { Name = "事業名", Begin = "開始年度" } };
        new Book().Sheet("一覧", [.. rows]).Read(mapping).Projects.Select(p => p.Period.First!.Value.Value).ShouldBe(wanted);
    }

    [Fact]
    public void Any_amount_written_in_any_way_is_read_back()
    {
        var random = new Random(20250401);
        var text = new StringBuilder("事業番号,事業名,担当課,令和6年度決算額（円）\n");
        var wanted = new List<long>();
        for (var i = 0; i < 500; i++)
        {
            var amount = random.NextInt64(-9_999_999_999, 9_999_999_999);
            var digits = random.Next(2) == 0 ? $"{Math.Abs(amount):#,0}" : $"{Math.Abs(amount)}";
            if (random.Next(3) == 0)
                digits = string.Concat(digits.Select(c => c == ',' ? '，' : (char)(c - '0' + '０')));
            if (random.Next(4) == 0)
                digits += "円";
            var written = amount < 0 ? random.Next(3) switch { 0 => "△" + digits, 1 => "-" + digits, _ => $"({digits})" } : digits;
            text.Append(i).Append(",サンプル").Append(i).Append(",企画課,\"").Append(written).Append("\"\n");
            wanted.Add(amount);
        }

        Book.Suggested(Book.Csv(text.ToString()), "x.csv").Projects.Select(p => p.Money.Single().Figure.Amount!.Value.Value).ShouldBe(wanted);
    }

    [Fact]
    public void Two_budget_lines_in_one_cell_become_two()
    {
        var mapping = new Mapping { Project = new() { Name = "事業名" }, Budget = new() { Account = "会計", Category = "款", Item = "項", SubItem = "目", Line = "事業" } };
        var batch = new Book().Sheet("一覧", [["事業名", "会計", "款", "項", "目", "事業"], ["サンプル甲", "01\n01", "04\n04", "01\n02", "03\n01", "1200\n0600"], ["サンプル乙", "01", "10", "02\n03", "01\n01", "-"]]).Read(mapping);
        batch.Projects[0].BudgetLines.ShouldBe([new("01", "04", "01", "03", "1200"), new("01", "04", "02", "01", "0600")]);
        batch.Projects[1].BudgetLines.ShouldBe([new("01", "10", "02", "01", null), new("01", "10", "03", "01", null)]);
    }

    [Fact]
    public void One_number_under_several_spellings_takes_the_most_frequent_unless_the_mapping_says_otherwise()
    {
        var mapping = new Mapping { Project = new() { Name = "事業名" }, Levels = [new() { Name = "政策", Code = ["政策番号"], Title = "政策名", Identity = ItemIdentity.Code }] };
        var book = new Book().Sheet("一覧", [["事業名", "政策番号", "政策名"], ["サンプル一", 1, "安心なまち"], ["サンプル二", "1", "安全なまち"], ["サンプル三", 1, "安心なまち"], ["サンプル四", 2, "活力あるまち"]]);
        var batch = book.Read(mapping);
        batch.Items.Select(i => (i.Code, i.Title)).ShouldBe([("1", "安心なまち"), ("2", "活力あるまち")]);
        var decision = batch.Problems.Single(p => p.Code == "several-spellings");
        decision.Message.ShouldContain("「安心なまち」2件");
        decision.Message.ShouldContain("「安全なまち」1件");
        book.Read(mapping with { Spellings = new Dictionary<string, string> { ["安心なまち"] = "安全なまち" } }).Items[0].Title.ShouldBe("安全なまち");
    }

    [Fact]
    public void A_column_nobody_reads_is_named()
    {
        var batch = new Book().Sheet("一覧", [["事業番号", "事業名", "担当課", "令和6年度決算額（千円）", "サンプル独自欄"], [1, "サンプル事業", "企画課", 1, "サンプル"]]).Suggested();
        batch.Problems.Single(p => p.Code == "column-not-read").ShouldSatisfyAllConditions(p => p.Column.ShouldBe("E"), p => p.Value.ShouldBe("サンプル独自欄"));
    }

    [Fact]
    public void Text_comes_in_as_it_stands_with_variation_selectors_and_compatibility_ideographs()
    {
        var name = "サンプル\uFA10葛\U000E0100城﨑事業（Ⅱ期）ｻﾝﾌﾟﾙ";
        var batch = new Book().Sheet("一覧", [["事業番号", "事業名", "担当課", "令和6年度決算額（千円）"], [1, name, "企画課", 1]]).Suggested();
        batch.Projects[0].Name.ShouldBe(name);
    }

    [Fact]
    public void A_quoted_field_with_line_breaks_and_quotes_is_one_cell()
    {
        var batch = Book.Suggested(Book.Csv("事業番号;事業名;事業の概要;令和6年度決算額（千円）\n1;サンプル事業;\"一行目\n二行目、\"\"引用\"\"; 終わり\";5\n"), "x.csv");
        batch.Projects[0].Text.Outline.ShouldBe("一行目\n二行目、\"引用\"; 終わり");
    }
}
