using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Indicators;

public sealed class Values_of_many_indicators : IAsyncLifetime
{
    private ValuesCity city = null!;

    private App App => city.App;

    public async ValueTask InitializeAsync()
    {
        city = await ValuesCity.Make();
        await App.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task Last_years_value_and_the_target_stand_beside_what_is_typed_and_one_save_takes_all()
    {
        (await Rows()).ShouldBe(["ア 参加した人数|100|150|120|速報|見込みです|", "イ 開いた回数|–|–||||", "ウ 満足した割合|–|–||||", "エ 直した道の長さ|–|–||||", "訪問した割合|84.2|–||||"]);
        var after = await city.Enter((city.Cell(0, "value"), "1,234人"), (city.Cell(0, "status"), "Final"), (city.Cell(1, "status"), "NotKnown"), (city.Cell(1, "note"), "来月わかります"), (city.Cell(2, "value"), "８4.5%"));
        after.QuerySelector("[role=status]")!.TextContent.ShouldBe("3件の令和7年度の実績を保存しました。");
        (await Saved()).ShouldBe(["1234 Final 見込みです", "NotKnown 来月わかります", "84.5 Final"]);
        await using var db = App.OpenDb();
        (await db.ChangeLog.OfAsync([city.Own[0].Id.Value], take: 1)).Single().Why.ShouldBe("実績の一括入力(令和7年度)");
        (await db.ChangeLog.OfAsync([city.Other.Id.Value], take: 9)).Count.ShouldBe(1, "what nobody touched is not saved");
    }

    [Fact]
    public async Task A_value_and_a_status_taken_away_make_the_year_blank_and_a_note_alone_is_refused()
    {
        var refused = await city.Enter((city.Cell(0, "value"), ""), (city.Cell(0, "status"), ""));
        Errors(refused).ShouldContain("ア 参加した人数: 令和7年度に値も状態もないため、注記や判断を書けません。");
        await city.Enter((city.Cell(0, "value"), ""), (city.Cell(0, "status"), ""), (city.Cell(0, "note"), ""));
        (await Saved())[0].ShouldBe("");
    }

    [Theory]
    [InlineData("84%", "ア 参加した人数: 「84%」の単位は、この指標の単位「人」と違います。")]
    [InlineData("1.2万人", "ア 参加した人数: 「1.2万人」の単位は、この指標の単位「人」と違います。")]
    [InlineData("たくさん", "ア 参加した人数: 「たくさん」を数として読めません。")]
    [InlineData("", "ア 参加した人数: 指標の値と状態が合いません。")]
    public async Task A_value_that_does_not_fit_is_refused_in_one_sentence_and_nothing_of_the_grid_is_saved(string typed, string sentence)
    {
        var page = await city.Enter((city.Cell(0, "value"), typed), (city.Cell(1, "value"), "7"));
        Errors(page).ShouldContain(sentence);
        Errors(page).ShouldNotContain("金額", customMessage: "it is no money");
        page.QuerySelectorAll("[data-error-summary] li").Length.ShouldBe(1);
        page.QuerySelectorAll<IHtmlInputElement>("[aria-invalid]").Single().Value.ShouldBe(typed);
        page.QuerySelectorAll<IHtmlInputElement>("main input").Single(i => i.Name == city.Cell(1, "value")).Value.ShouldBe("7");
        Words(page).ShouldContain("いましぼっている5件の全部です。");
        (await Saved()).ShouldBe(["120 Preliminary 見込みです", "", ""]);
    }

    [Fact]
    public async Task A_unit_beside_a_value_of_an_indicator_without_one_is_refused_there_and_on_the_indicators_own_page()
    {
        var bare = Indicator.Define("オ 単位のないもの", null, IndicatorKind.Activity);
        await App.Given(bare);
        Errors(await city.Enter((ValuesCity.CellOf(bare, "value"), "84%"))).ShouldContain("「84%」には単位が付いていますが、この指標には単位がありません。");
        Errors(await App.SendForm($"{App.Office}/indicators/{city.Own[0].Key}/edit", Answers.Of(("Form.Cells[2026-actual]", "84%")))).ShouldContain("「84%」の単位は、この指標の単位「人」と違います。");
    }

    [Fact]
    public async Task A_row_that_somebody_else_saved_is_shown_with_both_values_and_nothing_is_saved_until_it_is_decided()
    {
        var mine = await city.Opened((city.Cell(0, "value"), "130"), (city.Cell(1, "value"), "7"));
        await city.Meanwhile(city.Own[0], 125);
        var answer = await mine();
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await App.Parse(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("ほかの人が先に保存しました。まだ保存していません");
        page.QuerySelectorAll("fieldset").Single().TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("ア 参加した人数(人) 令和7年度 実績"), t => t.ShouldContain("130"), t => t.ShouldContain("125"));
        (await Saved()).ShouldBe(["125 Final 見込みです", "", ""]);

        var decided = FilledForm.On(page, "main form[method=post]", Answers.Of());
        var after = await App.Parse(await App.Follow(await App.Browser.PostAsync(ValuesCity.Page, decided.Content(), TestContext.Current.CancellationToken)));
        after.QuerySelector("[role=status]")!.TextContent.ShouldBe("2件の令和7年度の実績を保存しました。");
        (await Saved()).ShouldBe(["130 Final 見込みです", "7 Final", ""]);
    }

    [Fact]
    public async Task Of_two_grids_that_touch_other_rows_both_are_saved()
    {
        var (mine, others) = (await city.Opened((city.Cell(0, "value"), "130")), await city.Opened((city.Cell(1, "value"), "7")));
        (await others()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await mine()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Saved()).ShouldBe(["130 Preliminary 見込みです", "7 Final", ""]);
    }

    [Fact]
    public async Task A_clerk_sees_the_indicators_of_the_own_projects_and_cannot_save_those_of_others()
    {
        await App.SignInAs(Role.Entrant, OfficeCity.Own);
        (await Rows()).Select(r => r.Split('|')[0]).ShouldBe(["ア 参加した人数", "イ 開いた回数", "ウ 満足した割合", "訪問した割合"]);
        var page = await App.Get(ValuesCity.Page);
        page.QuerySelectorAll<IHtmlOptionElement>("#department option").Select(o => o.Text.Trim()).ShouldBe(["(すべて)", OfficeCity.Own]);
        // why: a form may name any record.
        page.QuerySelector<IHtmlInputElement>("input[name='Form.Basis']")!.Value = $"{city.Other.Key}:1";
        page.QuerySelectorAll<IHtmlInputElement>("main input").Single(i => i.Name == city.Cell(1, "value")).Name = ValuesCity.CellOf(city.Other, "value");
        var forged = FilledForm.On(page, "main form[method=post]", Answers.Of((ValuesCity.CellOf(city.Other, "value"), "9")));
        (await App.Browser.PostAsync(ValuesCity.Page, forged.Content(), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await city.Saved(city.Other)).ShouldBe("");
        (await city.Enter((city.Cell(1, "value"), "3"))).QuerySelector("[role=status]")!.TextContent.ShouldStartWith("1件");
        await App.SignInAs(Role.Reader);
        (await App.Browser.GetAsync(ValuesCity.Page, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await App.Get($"{App.Office}/indicators")).QuerySelector("a[href*='indicators/values']").ShouldBeNull();
    }

    [Fact]
    public async Task The_grid_is_narrowed_by_department_and_words_and_says_when_nothing_is_left()
    {
        var departments = (await App.Get(ValuesCity.Page)).QuerySelectorAll<IHtmlOptionElement>("#department option").ToDictionary(o => o.Text.Trim(), o => o.Value);
        (await Rows($"&department={departments[OfficeCity.Other]}")).Select(r => r.Split('|')[0]).ShouldBe(["エ 直した道の長さ"]);
        (await Rows($"&department={departments["福祉部"]}")).Count.ShouldBe(4);
        (await Rows("&words=回数")).Select(r => r.Split('|')[0]).ShouldBe(["イ 開いた回数"]);
        Words(await App.Get($"{ValuesCity.Page}&words=ないことば")).ShouldContain("当てはまる指標がありません");
        Words(await App.Get($"{ValuesCity.Page}&words=-除雪")).ShouldContain("当てはまる指標がありません");
        Words(await App.Get($"{ValuesCity.Page}&p=9")).ShouldContain("このページには指標がありません");
        Words(await App.Get($"{App.Office}/indicators/values?year=きのう")).ShouldContain("の実績を、指標を並べて入力します");
        (await App.Get($"{App.Office}/indicators")).QuerySelector("a[href$='/indicators/values']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_of_many_asks_no_more_than_a_page_of_few_and_the_rest_is_on_the_next()
    {
        await App.Get(ValuesCity.Page);
        var few = await App.CountQueries(ValuesCity.Page);
        var many = Enumerable.Range(1, 55).Select(i => Indicator.Define($"カ 指標{i:00}", "件", IndicatorKind.Activity)).ToList();
        many.ForEach(i => i.UseFor(city.Office.OwnProject.Id, 1));
        await App.Given([.. many]);
        await App.Get(ValuesCity.Page);
        (await App.CountQueries(ValuesCity.Page)).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(5);
        (await Rows()).Count.ShouldBe(50);
        var next = await App.Get($"{ValuesCity.Page}&p=2");
        next.QuerySelectorAll("[data-grid] tbody tr").Length.ShouldBe(10);

        await App.SignInAs(Role.Entrant, OfficeCity.Own);
        await App.Get(ValuesCity.Page);
        (await App.CountQueries(ValuesCity.Page)).ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_save_of_many_asks_no_more_than_a_save_of_few()
    {
        var one = await city.Opened((city.Cell(0, "value"), "131"));
        var few = (await CountedQueries.During(async () => await one())).Count(q => q.StartsWith("SELECT", StringComparison.Ordinal));
        var three = await city.Opened((city.Cell(0, "value"), "132"), (city.Cell(1, "value"), "7"), (city.Cell(2, "value"), "8"));
        (await CountedQueries.During(async () => await three())).Count(q => q.StartsWith("SELECT", StringComparison.Ordinal)).ShouldBe(few);
        (await Saved()).ShouldBe(["132 Preliminary 見込みです", "7 Final", "8 Final"]);
    }

    private async Task<List<string>> Rows(string more = "") =>
        [.. (await App.Get(ValuesCity.Page + more)).QuerySelectorAll("[data-grid] tbody tr").Select(r => string.Join('|', r.Children.Select(Text)))];

    private static string Text(IElement cell) => cell.QuerySelector("input, select") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Options.FirstOrDefault(o => o.IsSelected && o.Value.Length > 0)?.Text ?? "",
        _ => (cell.QuerySelector("a") ?? cell).TextContent.Trim(),
    };

    private async Task<string[]> Saved() => [await city.Saved(city.Own[0]), await city.Saved(city.Own[1]), await city.Saved(city.Own[2])];

    private static string Errors(IHtmlDocument page) => page.QuerySelector("[data-error-summary]").ShouldNotBeNull(page.Body!.TextContent).TextContent;

    private static string Words(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
