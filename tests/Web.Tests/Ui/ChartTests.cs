using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;
using Shirube.Ui.Charts;
using Shouldly;
using Xunit;

namespace Web.Tests.Ui;

public sealed class ChartTests
{
    private static readonly string[] Sources = ["国", "県", "市債", "その他", "一般財源"];

    [Fact]
    public void The_line_says_in_one_sentence_where_it_comes_from_and_where_it_should_go()
    {
        var chart = new LineChart("訪問した割合", "%", [new(new(2023), 84m), new(new(2026), 92.40m)], [new(new(2030), 95m)]);
        chart.Summary.ShouldBe("訪問した割合は令和5年度の84%から令和8年度の92.4%へ増えました。目標は令和12年度に95%です。");
        Svg(chart.Render()).GetAttribute("aria-label").ShouldBe(chart.Summary);
    }

    [Fact]
    public void A_year_without_a_value_leaves_a_gap_in_the_line()
    {
        Lines([new(new(2022), 1m), new(new(2023), 2m), new(new(2024), 3m)]).ShouldBe(2);
        Lines([new(new(2022), 1m), new(new(2024), 3m)]).ShouldBe(0);
        static int Lines(ChartPoint[] points) => Svg(new LineChart("x", null, points, []).Render()).QuerySelectorAll("path.chart-line").Length;
    }

    [Fact]
    public void A_chart_of_nothing_is_nothing() => Text(new LineChart("x", null, [], []).Render()).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(-3, -9)]
    [InlineData(0.001, 0.002)]
    [InlineData(-1000000, 123456789012)]
    public void Any_pair_of_values_lies_inside_the_drawing(double first, double second)
    {
        var svg = Svg(new LineChart("x", null, [new(new(2024), (decimal)first), new(new(2025), (decimal)second)], []).Render());
        var dots = svg.QuerySelectorAll("circle");
        dots.Length.ShouldBe(2);
        dots.ShouldAllBe(d => Number(d, "cy") >= 0 && Number(d, "cy") <= 230);
    }

    [Fact]
    public void A_total_without_sources_is_a_bar_of_its_own_kind_never_general_revenue()
    {
        var chart = new StackedBars("事業費", Sources, [new(new(2024), null, [null, null, null, null, null], new Yen(50_000_000))]);
        var svg = Svg(chart.Render());
        svg.QuerySelectorAll("rect.k6").Length.ShouldBe(1);
        svg.QuerySelectorAll("rect.k5").Length.ShouldBe(0);
        Text(chart.Render()).ShouldContain("財源の内訳は公表されていません");
    }

    [Fact]
    public void A_year_without_any_figure_has_a_dash_and_no_bar()
    {
        var chart = new StackedBars("事業費", Sources, [new(new(2024), "決算", [new Yen(10), null, null, null, new Yen(20)], null), new(new(2025), null, [null, null, null, null, null], null)]);
        chart.Summary.ShouldBe("事業費は令和6年度(決算)に30円です。");
        var svg = Svg(chart.Render());
        svg.QuerySelectorAll("rect.bar").Length.ShouldBe(2);
        svg.QuerySelectorAll("text").Count(t => t.TextContent == "–").ShouldBe(1);
    }

    [Fact]
    public void Names_in_a_drawing_are_text_not_markup() =>
        Text(new LineChart("<b>&\"", null, [new(new(2024), 1m)], []).Render()).ShouldNotContain("<b>");

    [Fact]
    public void An_open_period_is_an_arrow_to_the_edge()
    {
        var svg = Svg(new PeriodBars("期間", [new("計画", "長期ビジョン", new(2027, 4, 1), null, 1), new("任期", "任期", new(2026, 3, 19), new(2030, 3, 18), 2)], new(2026, 11, 22)).Render());
        svg.QuerySelectorAll("path.period-1").Length.ShouldBe(1);
        svg.QuerySelectorAll("rect.period-2").Length.ShouldBe(1);
    }

    private static double Number(IElement element, string name) => double.Parse(element.GetAttribute(name)!, System.Globalization.CultureInfo.InvariantCulture);
    private static IElement Svg(IHtmlContent html) => new HtmlParser().ParseDocument(Text(html)).QuerySelector("svg[role=img]").ShouldNotBeNull();

    private static string Text(IHtmlContent html)
    {
        using var text = new StringWriter();
        html.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
