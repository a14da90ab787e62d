using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Indicators;

public sealed class Assessment_of_indicators : IAsyncLifetime
{
    private readonly App app = new();
    private OfficeCity city = null!;

    private string Page => $"{App.Office}/indicators/{city.Indicator.Key}";

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Without_a_way_chosen_nothing_is_assessed_and_the_page_says_so() =>
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("達成率の求め方が決まっていないので");

    [Fact]
    public async Task The_rule_with_its_numbers_stands_beside_the_rate_and_the_years_needed_below()
    {
        await app.SendForm($"{Page}/method", Answers.Of(("Form.Type", "Progress"), ("Form.BaselineYear", "令和2"), ("Form.Baseline", "80")));
        var row = (await app.Get(Page)).QuerySelector("table:has([data-head=達成率]) tbody tr")!;
        Words(row).ShouldBe("令和6年度|28.0%|70.0%|C 計画よりやや遅れている|令和6年度の達成率: (実績 84.2% − 基準 80%)÷(目標 95% − 基準 80%) = 28.0%。この年度までに40.0%進んでいるはずなので、進度は 28.0% ÷ 40.0% = 70.0%。");
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("これから毎年 +1.8ポイント ずつ動くことが必要です。");
        (await app.Get($"{Page}/history")).QuerySelector("main")!.TextContent.ShouldContain("達成率の求め方");
    }

    [Fact]
    public async Task A_table_of_expected_shares_is_used_in_place_of_an_even_way_and_a_year_it_leaves_out_is_not_graded()
    {
        await app.SendForm($"{Page}/method", Answers.Of(("Form.Type", "Progress"), ("Form.BaselineYear", "2020"), ("Form.Baseline", "80"), ("Form.Cells[2024-share]", "20")));
        Words((await app.Get(Page)).QuerySelector("table:has([data-head=達成率]) tbody tr")!).ShouldContain("|140.0%|A ");
        await app.SendForm($"{Page}/method", Answers.Of(("Form.Cells[2024-share]", ""), ("Form.Cells[2025-share]", "30")));
        Words((await app.Get(Page)).QuerySelector("table:has([data-head=達成率]) tbody tr")!).ShouldContain("|算定不可|算定不可|");
    }

    [Theory]
    [InlineData("Form.Lower", "9", "Form.Upper", "5", "目標の範囲の下限が、上限より大きくなっています。")]
    [InlineData("Form.Baseline", "80", "Form.BaselineYear", "", "基準値の年度がありません。")]
    [InlineData("Form.Baseline", "八十", "Form.BaselineYear", "2020", "八十")]
    [InlineData("Form.CollectionMonth", "13", "Form.Source", "台帳", "値がわかる月は、1から12までです。")]
    [InlineData("Form.Cells[2024-share]", "120", "Form.Source", "", "令和6年度の進んでいるはずの割合は、0から100までです。")]
    public async Task What_does_not_fit_is_refused_and_what_was_typed_stays(string field, string value, string other, string otherValue, string sentence)
    {
        var page = await app.SendForm($"{Page}/method", Answers.Of(("Form.Type", "Range"), (field, value), (other, otherValue)));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        page.QuerySelectorAll("main input").Single(i => i.GetAttribute("name") == field).GetAttribute("value").ShouldBe(value);
        await using var db = app.OpenDb();
        (await db.Indicators.SingleAsync(i => i.Key == city.Indicator.Key, TestContext.Current.CancellationToken)).Type.ShouldBeNull();
    }

    [Fact]
    public async Task A_target_in_words_is_judged_by_a_person_and_a_note_stands_with_the_value()
    {
        await app.SendForm($"{Page}/method", Answers.Of(("Form.Type", "TextTarget")));
        await app.SendForm($"{Page}/edit", Answers.Of(("Form.Cells[2024-judgement]", "InProgress"), ("Form.Cells[2024-note]", "条例の案を作った")));
        Words((await app.Get(Page)).QuerySelector("table:has([data-head=達成率]) tbody tr")!).ShouldContain("|取組中|");
        (await app.Get($"{Page}/edit")).QuerySelectorAll("main input").Single(i => i.GetAttribute("name") == "Form.Cells[2024-note]").GetAttribute("value").ShouldBe("条例の案を作った");
        (await app.SendForm($"{Page}/edit", Answers.Of(("Form.Cells[2025-note]", "値がまだない")))).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("令和7年度に値も状態もないため、注記や判断を書けません。");
    }

    [Fact]
    public async Task The_municipality_chooses_its_bands_and_one_is_best_where_it_says_so()
    {
        await app.SendForm($"{Page}/method", Answers.Of(("Form.Type", "Progress"), ("Form.BaselineYear", "2020"), ("Form.Baseline", "80")));
        await app.SendForm($"{App.Office}/assessment-rules?scheme=five", new { }, "#rules");
        Words((await app.Get(Page)).QuerySelector("table:has([data-head=達成率]) tbody tr")!).ShouldContain("|70.0%|3 計画よりやや遅れている|");
        await app.SendForm($"{App.Office}/assessment-rules", Answers.Of(("Form.Cells[3-from]", "75")), "#rules");
        Words((await app.Get(Page)).QuerySelector("table:has([data-head=達成率]) tbody tr")!).ShouldContain("|4 計画より遅れている|");
        (await app.SendForm($"{App.Office}/assessment-rules", Answers.Of(("Form.Cells[3-from]", "90")), "#rules")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("よい順に小さくなっていません。");
        (await app.SendForm($"{App.Office}/assessment-rules", Answers.Of(("Form.Cells[2-label]", "1")), "#rules")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("同じ記号の段階が2つあります。");
        (await app.Get($"{App.Office}/assessment-rules")).QuerySelector("main")!.TextContent.ShouldContain("判定の段階");
    }

    [Fact]
    public async Task The_first_year_is_not_graded_where_the_municipality_says_so_and_rates_beyond_are_summed_up()
    {
        await app.SendForm($"{Page}/method", Answers.Of(("Form.Type", "RatioUp"), ("Form.BaselineYear", "2023")));
        await app.SendForm($"{Page}/edit", Answers.Of(("Form.Cells[2025-actual]", "120")));
        await app.SendForm($"{App.Office}/assessment-rules", Answers.Of(("Form.IsFirstYearGraded", false), ("Form.SaysBeyond", true)), "#rules");
        var rows = (await app.Get(Page)).QuerySelectorAll("table:has([data-head=達成率]) tbody tr").Select(Words).ToList();
        rows[0].ShouldStartWith("令和7年度|100%超|");
        rows[1].ShouldContain("|算定不可|令和6年度の達成率: 実績 84.2% ÷ 目標 95% = 88.6%。判定はしません(初年度は判定しない決まりのため)。");
    }

    [Fact]
    public async Task A_clerk_reads_the_assessment_and_does_not_decide_how_it_is_made()
    {
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Get(Page)).QuerySelectorAll("a[href$='/method']").ShouldBeEmpty();
        foreach (var address in new[] { $"{Page}/method", $"{App.Office}/assessment-rules" })
            (await app.Browser.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Words(IElement row) => string.Join('|', row.Children.Select(c => string.Join(' ', c.TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))));
}
