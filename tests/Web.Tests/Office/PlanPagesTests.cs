using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

public sealed class PlanPagesTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_plan_is_made_with_its_levels_and_an_edition_that_is_not_public()
    {
        var page = await app.SendForm($"{App.Office}/plans/new", Answers.Of(("Form.Name", "第3次総合計画"), ("Form.First", "令和9"), ("Form.PeriodNote", "10年から30年"), ("Levels", "視点\n理念"), ("Label", "骨子案")));
        page.QuerySelector("h1")!.TextContent.ShouldBe("第3次総合計画");
        page.Body!.TextContent.ShouldContain("10年から30年");
        page.Body!.TextContent.ShouldContain("庁内だけの下書きです。公表には含まれません。");
    }

    [Fact]
    public async Task The_tree_shows_each_item_with_the_projects_below_it()
    {
        var page = await app.Get(city.PlanPage);
        page.QuerySelectorAll(".tree > li").Length.ShouldBe(2);
        page.QuerySelector(".tree summary")!.TextContent.ShouldContain("事務事業1");
        page.QuerySelectorAll(".tree a").Select(a => a.TextContent).ShouldBe(["安心して暮らす", "子育てを支える", "産前産後の支え", "にぎわいをつくる"]);
    }

    [Fact]
    public async Task An_item_is_added_moved_and_removed()
    {
        var added = await app.SendForm($"{city.PlanPage}/new-item", Answers.Of(("Form.Code", "3"), ("Form.Title", "みどりを守る")));
        added.QuerySelector("h1")!.TextContent.ShouldContain("みどりを守る");
        var address = new Uri(added.Url).AbsolutePath;
        await app.SendForm($"{address}/move", new { Place = 1 }, "#move");
        (await app.Get(city.PlanPage)).QuerySelectorAll(".tree > li").First().TextContent.ShouldContain("みどりを守る");
        await app.SendForm($"{address}/move", new { }, "#remove");
        (await app.Get(city.PlanPage)).Body!.TextContent.ShouldNotContain("みどりを守る");
        await using var db = app.OpenDb();
        var edition = city.Items[0].EditionId;
        (await db.PlanItems.Where(i => i.EditionId == edition && i.ParentId == null).OrderBy(i => i.Order).Select(i => i.Order).ToListAsync()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_measure_moves_to_another_policy_with_all_below_it()
    {
        var page = await app.Get($"{city.ItemPage(2)}/move");
        page.QuerySelectorAll<IHtmlOptionElement>("select[name=Parent] option").Select(o => o.Value).ShouldBe([city.Items[0].Key.Value, city.Items[1].Key.Value]);
        await app.SendForm($"{city.ItemPage(2)}/move", new { Parent = city.Items[1].Key.Value }, "#move");
        (await app.Get(city.ItemPage(3))).QuerySelector(".crumbs")!.TextContent.ShouldContain("にぎわいをつくる");
    }

    [Fact]
    public async Task A_circle_that_the_page_does_not_offer_is_refused_when_somebody_sends_it()
    {
        var form = FilledForm.On(await app.Get($"{city.ItemPage(2)}/move"), "#move", new { });
        var fields = await form.Content().ReadAsStringAsync();
        var sent = fields.Replace($"Parent={city.Items[0].Key}", $"Parent={city.Items[3].Key}", StringComparison.Ordinal);
        sent.ShouldNotBe(fields);
        var page = await App.Parse(await app.Browser.PostAsync($"{city.ItemPage(2)}/move", new StringContent(sent, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("その下にある項目の下へ移すことはできません。");
        (await app.Get(city.ItemPage(2))).QuerySelector(".crumbs")!.TextContent.ShouldContain("安心して暮らす");
    }

    [Theory]
    [InlineData(0, "1件の項目があるため、削除できません。")]
    [InlineData(3, "1件の事務事業があるため、削除できません。")]
    public async Task An_item_that_holds_something_says_why_it_stays_and_stays(int item, string sentence)
    {
        (await app.Get($"{city.ItemPage(item)}/move")).Body!.TextContent.ShouldContain(sentence);
        var page = await app.SendForm($"{city.ItemPage(item)}/move", new { }, "#remove");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        (await app.Get(city.ItemPage(item))).QuerySelector("h1")!.TextContent.ShouldContain(city.Items[item].Title);
    }

    [Fact]
    public async Task A_body_is_written_in_markdown_previewed_and_saved_with_its_history()
    {
        var path = $"{city.ItemPage(2)}/edit";
        var edit = await app.Get(path);
        var form = FilledForm.On(edit, "#item", Answers.Of(("Form.Body", "## ねらい\n\n- 産後を支える\n\n<script>alert(1)</script>")));
        var preview = await App.Parse(await app.Browser.PostAsync($"{path}?handler=Preview", form.Content()));
        preview.QuerySelector(".panel li")!.TextContent.ShouldBe("産後を支える");
        preview.QuerySelector(".panel script").ShouldBeNull();
        (await app.Get(city.ItemPage(2))).QuerySelector(".plan-body").ShouldBeNull();
        var saved = await app.SendForm(path, Answers.Of(("Form.Body", "## ねらい\n\n- 産後を支える"), ("Form.PlainTitle", "子育てを手伝う")), "#item");
        saved.QuerySelector(".plan-body li")!.TextContent.ShouldBe("産後を支える");
        saved.QuerySelector(".history > li")!.TextContent.ShouldContain("わかりやすい題名");
    }

    [Theory]
    [InlineData("", "計画項目の題名が空です。")]
    [InlineData("長301", "計画項目の題名が301字あります。300字までです。")]
    public async Task A_title_that_cannot_be_is_refused_and_kept_in_its_field(string typed, string sentence)
    {
        var title = typed.StartsWith('長') ? new string('長', 301) : typed;
        var page = await app.SendForm($"{city.ItemPage(2)}/edit", Answers.Of(("Form.Title", title)), "#item");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe(title);
        (await app.Get(city.ItemPage(2))).QuerySelector("h1")!.TextContent.ShouldContain("子育てを支える");
    }

    [Fact]
    public async Task An_edition_under_consultation_is_fixed_until_it_is_taken_back()
    {
        var opened = await app.SendForm(city.PlanPage, new { }, "form[action*=Opening]");
        opened.Body!.TextContent.ShouldContain("公表に含まれ、本文と体系は変更できません。");
        opened.QuerySelector($"a[href$=new-item]").ShouldBeNull();
        (await app.SendForm($"{city.ItemPage(2)}/edit", Answers.Of(("Form.Title", "変えてみる")), "#item")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("公開の手続きに入っているため、変更できません。");
        (await app.Get($"{city.PlanPage}/new-item")).QuerySelector("[data-error-summary]").ShouldNotBeNull();
        (await app.SendForm(city.PlanPage, new { }, "form[action*=TakeBack]")).Body!.TextContent.ShouldContain("作業中の版");
    }

    [Fact]
    public async Task A_level_is_renamed_and_one_is_added()
    {
        await app.SendForm($"{city.PlanPage}/edit", new { newLevel = "細事業" }, "#add-level");
        (await app.SendForm($"{city.PlanPage}/edit", new { newLevel = "施策" }, "#add-level")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("階層「施策」はすでにあります。");
        var page = await app.SendForm($"{city.PlanPage}/edit", new { levelName = "分野" }, "form[action*=Rename]");
        page.QuerySelectorAll<IHtmlInputElement>("input[name=levelName]").Select(i => i.Value).ShouldBe(["分野", "施策", "基本事業", "細事業"]);
    }
}
