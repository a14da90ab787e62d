using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

/// <summary>A city that published on 1 November without links and on 22 November with them: a strategy of two goals, the measure under both, goals of the SDGs, an initiative, partners.</summary>
public sealed class Links_for_citizens : IDisposable
{
    private static readonly PublicKey Strategy = new("strtgyy"), StrategyEdition = new("strtgy2"), Work = new("gwrk222"), Family = new("gfmly22");
    private readonly PublishedCity city = new();

    public Links_for_citizens()
    {
        var before = PublishedCity.Content("こどもの居場所づくり");
        city.Publish(new(city.App.DataFolder, city.App.Clock), new(2026, 11, 23), "つながりの公表", before with
        {
            Plans = [.. before.Plans, new(Strategy, PlanKind.RegionalStrategy, "総合戦略", new(2025), new FiscalYear(2029), null, null, null, null, null)],
            Levels = [.. before.Levels, new(Strategy, 1, "基本目標", false)],
            Editions = [.. before.Editions, new(StrategyEdition, Strategy, "決定", EditionState.InForce, new(2025, 4, 1))],
            Items = [.. before.Items, new(Strategy, StrategyEdition, Work, 1, null, 1, 1, "1", "働く場をつくる", null, null, true), new(Strategy, StrategyEdition, Family, 1, null, 2, 2, "2", "子育ての希望をかなえる", null, null, true)],
            // why: the project stands in the strategy itself and under the measure that is linked with both of its goals.
            Placements = [.. before.Placements, new(PublishedCity.Project, Strategy, Family, true)],
            ItemLinks = [new(PublishedCity.Plan, PublishedCity.Measure, Strategy, Work, "働く親を支える", true), new(PublishedCity.Plan, PublishedCity.Measure, Strategy, Family, null, true)],
            GoalLinks =
            [
                new(new("glnk222"), 4, "4.2", null, PublishedCity.Plan, PublishedCity.Measure, Strength.Mainly, "就学前の子のため", true),
                new(new("glnk333"), 4, null, PublishedCity.Project, null, null, Strength.Related, null, true),
                new(new("glnk444"), 11, null, PublishedCity.Unpriced, null, null, Strength.Mainly, "居場所のため", true),
            ],
            OwnGoalSets = [new("見本市版SDGs(サンプル)", "みんなでつくりました。", null)],
            OwnGoals = [new(new("wngl222"), 1, "学びと暮らし(サンプル)", null, true)],
            OwnGoalRelations = [new(new("wngl222"), 4)],
            Initiatives = [new(new("ntv2222"), PublishedCity.Plan, 1, "子育てと仕事の両立(サンプル)", "合わせて進めます。", true)],
            InitiativeMembers = [new(new("ntv2222"), null, PublishedCity.Plan, PublishedCity.Measure)],
            PartnerActivities = [new(new("prtnr22"), "子育てひろばの会(サンプル)", PartnerKind.Citizens, "月に2回、ひろばを開いています。", new(2024), null, 4, PublishedCity.Plan, PublishedCity.Measure, true)],
        });
        city.App.Clock.Set(new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
    }

    public void Dispose() => city.Dispose();

    [Fact]
    public async Task The_strategy_shows_what_serves_each_goal_and_counts_every_project_once()
    {
        var page = await Page("strategy");
        page.QuerySelector("h1")!.TextContent.ShouldBe("総合戦略");
        Words(page.QuerySelector("main > p:nth-of-type(3)")!).ShouldContain("全体で2事業 1億8,240万円 (1件は金額の記載なし)です。金額は令和8年度(当初予算)の事業費です。");
        page.QuerySelectorAll("main section summary").Select(Words).ShouldBe(["この目標につながる2事業 1億8,240万円 (1件は金額の記載なし)", "この目標につながる2事業 1億8,240万円 (1件は金額の記載なし)"], "placed and linked is one project");
        page.QuerySelectorAll("main section h3 + ul").Select(u => Words(u)).ShouldBe(["1-1 保育の充実 サンプル アクションプラン", "1-1 保育の充実 サンプル アクションプラン"]);
    }

    [Fact]
    public async Task A_city_without_a_strategy_says_so()
    {
        var page = await Page("strategy?as-of=2026-11-22");
        page.QuerySelector("main .empty")!.TextContent.ShouldContain("総合戦略はまだ公表されていません");
        (await Page("sdgs?as-of=2026-11-22")).QuerySelector("main .empty")!.TextContent.ShouldContain("つながりはまだ公表されていません");
        var goal = await Page("sdgs/4?as-of=2026-11-22");
        goal.QuerySelector("main")!.TextContent.ShouldContain("この目標につながる施策や事業は、まだ公表されていません");
        goal.QuerySelector("main")!.TextContent.ShouldContain("市民・地域・事業者の取組は、まだ公表されていません");
    }

    [Fact]
    public async Task The_seventeen_goals_say_how_much_serves_each()
    {
        var page = await Page("sdgs");
        var doors = page.QuerySelectorAll("main .doors .door").Select(d => (Words(d.QuerySelector(".door-title")!), Words(d.QuerySelector(".small")!))).ToList();
        doors.Count.ShouldBe(17);
        doors[3].ShouldBe(("質の高い教育をみんなに", "施策など1、事業2、市民や事業者の取組1"));
        doors[10].ShouldBe(("住み続けられるまちづくりを", "施策など0、事業1"));
        doors[13].ShouldBe(("海の豊かさを守ろう", "まだつながりがありません"));
        page.QuerySelector("main h2")!.TextContent.ShouldBe("見本市版SDGs(サンプル)");
        page.QuerySelectorAll<IHtmlAnchorElement>("main tbody a").Select(a => a.PathName).ShouldBe([$"{App.Public}/sdgs/4"]);
    }

    [Fact]
    public async Task An_item_that_only_an_edition_beside_the_shown_one_has_is_not_counted()
    {
        var (draft, only) = (new PublicKey("strtgy3"), new PublicKey("gnly222"));
        var before = PublishedCity.Content("こどもの居場所づくり");
        city.Publish(new(city.App.DataFolder, city.App.Clock), new(2026, 11, 24), "案の公表", before with
        {
            Editions = [.. before.Editions, new(draft, PublishedCity.Plan, "改訂の案", EditionState.UnderConsultation, new(2026, 11, 24))],
            Items = [.. before.Items, new(PublishedCity.Plan, draft, only, 1, null, 1, 1, "9", "案だけの政策", null, null, true)],
            Placements = [.. before.Placements, new(PublishedCity.Project, PublishedCity.Plan, only, false)],
            GoalLinks = [new(new("glnk444"), 11, null, PublishedCity.Unpriced, null, null, Strength.Mainly, null, true), new(new("glnk555"), 14, null, null, PublishedCity.Plan, only, Strength.Mainly, null, true)],
        });
        city.App.Clock.Set(new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
        (await Page("sdgs/14")).QuerySelector("main")!.TextContent.ShouldContain("この目標につながる施策や事業は、まだ公表されていません");
        Words((await Page("sdgs")).QuerySelectorAll("main .doors .door .small")[13]).ShouldBe("まだつながりがありません");
    }

    [Fact]
    public async Task A_goal_shows_what_the_city_does_with_reasons_and_money_once_and_what_others_do()
    {
        var page = await Page("sdgs/4");
        Words(page.QuerySelector("main")!).ShouldContain("つながる事業は、施策の下にあるものを含めて2事業 1億8,240万円 (1件は金額の記載なし)です。");
        page.QuerySelectorAll("main tbody tr").Select(r => Words(r)).ShouldBe([
            "1-1 保育の充実 サンプルアクションプラン 主に(ターゲット4.2) 就学前の子のため 2事業 1億8,240万円 (1件は金額の記載なし)",
            "こどもの居場所づくり サンプル 関連して –理由の記載なし 1億8,240万円",
        ]);
        page.QuerySelector("main")!.TextContent.ShouldContain("子育てひろばの会(サンプル)");
        page.QuerySelector("main")!.TextContent.ShouldContain("学びと暮らし(サンプル)");
        page.QuerySelectorAll<IHtmlAnchorElement>(".neighbours a").Select(a => a.PathName).ShouldBe([$"{App.Public}/sdgs/3", $"{App.Public}/sdgs/5"]);
        foreach (var none in new[] { "sdgs/0", "sdgs/18", "sdgs/x" })
            (await city.App.Browser.GetAsync($"{App.Public}/{none}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, none);
    }

    [Fact]
    public async Task Measures_and_projects_lead_to_their_goals_strategy_and_initiative()
    {
        var measure = await Page($"plan/{PublishedCity.Measure}");
        var ways = measure.QuerySelectorAll<IHtmlAnchorElement>(".aside a").Select(a => a.PathName).ToList();
        ways.ShouldContain($"{App.Public}/sdgs/4");
        ways.ShouldContain($"{App.Public}/plans/{Strategy}/{Work}");
        measure.QuerySelector(".aside")!.TextContent.ShouldContain("働く親を支える");
        measure.QuerySelector(".aside")!.TextContent.ShouldContain("子育てと仕事の両立(サンプル)");
        measure.QuerySelector(".aside")!.TextContent.ShouldContain("子育てひろばの会(サンプル)");
        var project = (await Page($"projects/{PublishedCity.Project}")).QuerySelector(".aside")!;
        project.QuerySelectorAll<IHtmlAnchorElement>("a").Select(a => a.PathName).ShouldContain($"{App.Public}/plans/{Strategy}/{Family}");
        project.TextContent.ShouldContain("子育てと仕事の両立(サンプル)", customMessage: "through its measure");
        (await Page($"plans/{Strategy}/{Work}")).QuerySelector(".aside")!.TextContent.ShouldContain("1-1 保育の充実");
    }

    [Fact]
    public async Task The_plan_names_its_initiatives_with_all_that_belongs_to_them()
    {
        var panel = (await Page("plan")).QuerySelector("main section.panel")!;
        panel.QuerySelector("h3")!.TextContent.ShouldContain("子育てと仕事の両立(サンプル)");
        Words(panel).ShouldContain("2事業 1億8,240万円 (1件は金額の記載なし)(令和8年度(当初予算)の事業費。1つの事業は1回だけ数えています)");
        panel.QuerySelectorAll<IHtmlAnchorElement>("li a").Select(a => a.PathName).ShouldBe([$"{App.Public}/plans/{PublishedCity.Plan}/{PublishedCity.Measure}"]);
    }

    [Fact]
    public async Task The_links_are_open_data_and_say_when_they_changed()
    {
        var csv = await city.App.Browser.GetStringAsync($"{App.Public}/data/goal_links.csv", TestContext.Current.CancellationToken);
        csv.ShouldContain("就学前の子のため");
        (await city.App.Browser.GetStringAsync($"{App.Public}/data/partner_activities.csv", TestContext.Current.CancellationToken)).ShouldNotContain("contact");
        var changes = (await Page("releases/20261123-01")).QuerySelector("main")!.TextContent;
        changes.ShouldContain("子育てと仕事の両立(サンプル)");
        changes.ShouldContain("子育てひろばの会(サンプル)");
    }

    private Task<IHtmlDocument> Page(string path) => city.App.Get($"{App.Public}/{path}");

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
