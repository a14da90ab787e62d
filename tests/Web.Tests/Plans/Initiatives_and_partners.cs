using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Links;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Initiatives_and_partners : IAsyncLifetime
{
    private App app = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_initiative_gathers_measures_and_projects_and_counts_each_project_once(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        (await app.Get($"{city.Office.Path}/initiatives")).QuerySelector("main .empty").ShouldNotBeNull();
        var page = await app.SendForm($"{city.Office.Path}/initiatives/new", Answers.Of(("Plan", city.Plan.Key.Value), ("Form.Name", "人口減少に負けない(サンプル)"), ("Form.Words", "若い人が残るまちに。")));
        var one = page.Url;
        page.QuerySelector("main .empty")!.TextContent.ShouldContain("まだ何も入っていません");
        await app.SendForm(one, new { Item = city.Measures[0].Key.Value }, "#item");
        await app.SendForm(one, new { Item = city.Measures[1].Key.Value }, "#item");
        page = await app.SendForm(one, new { Project = city.Projects[0].Key.Value }, "#project");
        page.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelector("[data-head=事務事業]")!.TextContent).ShouldBe(["2", "2", "1"]);
        page.QuerySelector("main tfoot")!.QuerySelectorAll("[data-head]").Select(t => t.TextContent.Trim()).ShouldBe(["3", "300万円"]);
        page = await app.SendForm(one, new { Item = city.Measures[0].Key.Value }, "#item");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("もう「人口減少に負けない(サンプル)」に入っています");
        (await app.Get(city.MeasurePage(0))).QuerySelector("main")!.TextContent.ShouldContain("人口減少に負けない(サンプル)");
        (await app.Get($"{city.Office.Path}/projects/{city.Projects[2].Key}")).QuerySelector("main")!.TextContent.ShouldContain("人口減少に負けない(サンプル)", customMessage: "through its measure");

        await app.SendForm($"{one}/edit", Answers.Of(("Form.Name", "若い人が残る(サンプル)")), "#initiative");
        page = await app.SendForm(one, new { }, "form[action*=Drop]");
        page.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
        page.QuerySelector("h1")!.TextContent.ShouldContain("若い人が残る(サンプル)");
        await app.SendForm($"{one}/edit", new { }, "#remove");
        (await app.Get($"{city.Office.Path}/initiatives")).QuerySelector("main .empty").ShouldNotBeNull();
        (await app.Browser.GetAsync(one, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_municipality_names_its_own_goals_and_relates_them_to_the_17(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        await app.SendForm($"{city.Office.Path}/own-goals/set", Answers.Of(("Form.Name", "見本市版SDGs(サンプル)"), ("Form.Words", "みんなでつくりました。")));
        var page = await app.SendForm($"{city.Office.Path}/own-goals/new", Answers.Of(("Form.Name", "水と緑(サンプル)")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("SDGsの17の目標を、1つも選んでいません");
        await Own(city, "水と緑(サンプル)", 6, 15);
        page = await app.Get($"{city.Office.Path}/sdgs");
        page.QuerySelectorAll("main h2")[0].TextContent.ShouldBe("見本市版SDGs(サンプル)");
        var edit = page.QuerySelectorAll("main table")[1].QuerySelector<IHtmlAnchorElement>("a")!.Href;
        (await app.Get(edit)).QuerySelectorAll<IHtmlInputElement>("input[name='Form.Goals']").Where(i => i.IsChecked).Select(i => i.Value).ShouldBe(["6", "15"]);
        await app.SendForm(edit, new { }, "#remove");
        (await app.Get($"{city.Office.Path}/sdgs")).QuerySelector("main")!.TextContent.ShouldContain("市独自の目標は、まだ登録されていません");
    }

    [Fact]
    public async Task Two_people_who_change_one_own_goal_choose_among_both()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await Own(city, "水と緑(サンプル)", 6);
        var edit = (await app.Get($"{city.Office.Path}/sdgs")).QuerySelectorAll("main table")[1].QuerySelector<IHtmlAnchorElement>("a")!.Href;
        var mine = FilledForm.On(await app.Get(edit), "#own", Answers.Of(("Form.Name", "川と森(サンプル)")));
        await app.SendForm(edit, Answers.Of(("Form.Name", "水と森(サンプル)")), "#own");
        var answer = await app.Browser.PostAsync(new Uri(edit), mine.Content(), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await App.Parse(answer);
        var chosen = FilledForm.On(page, "main form", new { });
        (await app.Follow(await app.Browser.PostAsync(new Uri(edit), chosen.Content(), TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var db = city.Office.Open();
        var own = await db.OwnGoals.Include(g => g.Relations).SingleAsync(TestContext.Current.CancellationToken);
        (own.Name, string.Join(',', own.Goals)).ShouldBe(("川と森(サンプル)", "6"), "the goals went through the choice unharmed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Partners_are_recorded_corrected_and_removed(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        var page = await app.SendForm($"{city.Office.Path}/partners/new", Answers.Of(("Form.Who", "見守り隊(サンプル)"), ("Form.What", "登下校を見守る"), ("Form.First", "ずっと前")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("「ずっと前」を年度として読めません");
        page = await app.SendForm($"{city.Office.Path}/partners/new", Answers.Of(("Form.Who", "見守り隊(サンプル)"), ("Form.What", "登下校を見守る"), ("Form.First", "令和6")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("SDGsの目標も計画の項目も選んでいません");
        page = await app.SendForm($"{city.Office.Path}/partners/new",
            Answers.Of(("Form.Who", "見守り隊(サンプル)"), ("Form.Kind", "District"), ("Form.What", "登下校を見守る"), ("Form.First", "令和6"), ("Form.Goal", "11"), ("Form.Item", city.Measures[0].Key.Value), ("Form.Contact", "代表 0197-00-0000")));
        page.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        page.QuerySelector("main tbody")!.TextContent.ShouldContain("代表 0197-00-0000");
        (await app.Get(city.MeasurePage(0))).QuerySelector("main")!.TextContent.ShouldContain("見守り隊(サンプル)");

        var edit = page.QuerySelector<IHtmlAnchorElement>("main tbody a")!.Href;
        await app.SendForm(edit, Answers.Of(("Form.Last", "2023")), "#partner");
        page = await app.SendForm(edit, Answers.Of(("Form.Last", "令和8"), ("Form.Item", "")), "#partner");
        page.QuerySelector("main tbody")!.TextContent.ShouldContain("令和6年度から令和8年度まで(2024〜2026年度)");
        await using (var db = city.Office.Open())
        {
            var saved = await db.PartnerActivities.SingleAsync(TestContext.Current.CancellationToken);
            (saved.Kind, saved.Goal, saved.Item, saved.InternalContact).ShouldBe((PartnerKind.District, 11, null, "代表 0197-00-0000"));
        }
        await app.SendForm(edit, new { }, "#remove");
        (await app.Get($"{city.Office.Path}/partners")).QuerySelector("main .empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task Initiatives_and_partners_are_found_by_the_search_and_lead_to_their_places()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        var (initiative, partner) = (Initiative.Take(city.Plan.Id, 1, "みまもりのまち(サンプル)", null), PartnerActivity.Record(new("みまもり隊(サンプル)", PartnerKind.District, "登下校を見守る", new(2024), null, 11, null), []));
        await using (var db = city.Office.Open())
        {
            db.AddRange(initiative, partner);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var found = (await app.Get($"{city.Office.Path}/search?q=%E3%81%BF%E3%81%BE%E3%82%82%E3%82%8A")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        found.ShouldContain($"{city.Office.Path}/initiatives/{initiative.Key}");
        found.ShouldContain($"{city.Office.Path}/partners#partner-{partner.Key}");
        (await app.Get($"{city.Office.Path}/partners")).QuerySelector($"#partner-{partner.Key}")!.TextContent.ShouldContain("みまもり隊(サンプル)");
    }

    private async Task Own(LinkedCity city, string name, params int[] goals)
    {
        var page = await app.Get($"{city.Office.Path}/own-goals/new");
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        foreach (var goal in goals)
            form.QuerySelector<IHtmlInputElement>($"#goal-{goal}")!.IsChecked = true;
        var filled = FilledForm.On(page, "main form", Answers.Of(("Form.Name", name)));
        (await app.Follow(await app.Browser.PostAsync(new Uri(page.Url), filled.Content(), TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
