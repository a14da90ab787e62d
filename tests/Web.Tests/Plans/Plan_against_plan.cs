using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Plan_against_plan : IAsyncLifetime
{
    private App app = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_project_with_many_links_is_counted_once_in_every_total(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        await city.Link((0, 0), (0, 1), (1, 1));
        var page = await app.Get($"{city.PlanPage}/matrix?with={city.Strategy.Key}");
        Cells(page, "1-1 子育てを支える").ShouldBe(["2件 300万円 つながり1", "2件 300万円 つながり1", "2件 300万円 つながり2"]);
        Cells(page, "1-2 健康を支える").ShouldBe(["1件 200万円", "2件 200万円 +1件は金額の登録なし つながり1", "2件 200万円 +1件は金額の登録なし つながり1"]);
        Cells(page, "1-3 学びを支える").ShouldBe(["0件", "0件", "0件"]);
        page.QuerySelectorAll("main tfoot td").Select(Words).ShouldBe(["2件 300万円", "3件 300万円 +1件は金額の登録なし", "3件 300万円 +1件は金額の登録なし"], "the sum of the cells would be 7 projects and 10 million");
        page.QuerySelector("main [role=status]")!.TextContent.ShouldContain("両方の計画にある事務事業は3件です。事業費は300万円です(令和6年度(決算))");

        page.QuerySelector("#orphans + details ul")!.QuerySelectorAll("li").Select(l => l.TextContent).ShouldBe(["1-3 学びを支える"]);
        page.QuerySelector("#alone + p")!.TextContent.ShouldContain("すべての事務事業が「総合戦略」にも位置づけられています");
        page.QuerySelectorAll("#twice + details tbody tr").Select(r => Words(r)).ShouldBe(["産後ケア事業1 働く場をつくる、2 子育ての希望をかなえる", "相談窓口事業1 働く場をつくる、2 子育ての希望をかなえる"]);

        page = await app.Get($"{city.Office.Path}/plans/{city.Strategy.Key}/matrix?with={city.Plan.Key}&column=2");
        page.QuerySelectorAll("main tbody tr:first-child td").Take(3).Select(Words).ShouldBe(["2件 300万円 つながり1", "1件 200万円", "0件"], "seen from the other side it is the same");
        (await app.Get($"{city.Office.Path}/links")).QuerySelectorAll("main table td a").Select(a => a.TextContent).ShouldBe(["3", "3"]);
    }

    [Fact]
    public async Task A_placement_in_the_strategy_and_a_link_of_the_measure_are_one_project()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await city.Link((0, 1));
        await using (var db = city.Office.Open())
        {
            var project = await db.Projects.FindAsync([city.Projects[0].Id], TestContext.Current.CancellationToken);
            project!.PlaceUnder(city.Strategy.Id, city.Goals[1].Key);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var page = await app.Get($"{city.PlanPage}/matrix?with={city.Strategy.Key}");
        Cells(page, "1-1 子育てを支える")[1].ShouldBe("2件 300万円 つながり1");
        page.QuerySelector("#twice + p")!.TextContent.ShouldContain("ありません");
        page.QuerySelectorAll("#alone + details li").Select(l => l.TextContent).ShouldBe(["健康教室事業"]);
    }

    [Fact]
    public async Task The_matrix_is_written_as_text_and_as_a_workbook()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await city.Link((0, 1));
        var page = await app.Get($"{city.PlanPage}/matrix?with={city.Strategy.Key}");
        var links = page.QuerySelectorAll<IHtmlAnchorElement>("main .toolbar a").Select(a => a.Href).ToList();
        var text = await app.Browser.GetStringAsync(links[1], TestContext.Current.CancellationToken);
        text.TrimStart('\uFEFF').Split("\r\n").ShouldBe([
            "アクションプラン,総合戦略,事務事業の数,事業費(円)令和6年度(決算),金額の登録がない事務事業,項目どうしのつながり",
            "1-1 子育てを支える,2 子育ての希望をかなえる,2,3000000,0,1", "1-1 子育てを支える,計,2,3000000,0,1", "1-2 健康を支える,2 子育ての希望をかなえる,1,2000000,0,0", "1-2 健康を支える,計,1,2000000,0,0", "1-3 学びを支える,計,0,,0,0",
            "計,1 働く場をつくる,0,,0,", "計,2 子育ての希望をかなえる,2,3000000,0,", "計,計,2,3000000,0,", "",
        ]);
        (await app.Browser.GetByteArrayAsync(new Uri(links[0]), TestContext.Current.CancellationToken)).Take(2).ShouldBe("PK"u8.ToArray());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_goals_of_the_SDGs_stand_against_a_plan_with_what_has_none(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        await city.Serve(3, "3.1");
        var page = await app.SendForm($"{city.PlanPage}/matrix?with={city.Strategy.Key}", new Dictionary<string, object?> { ["with"] = "sdgs" }, "form.filter");
        page.Url.ShouldEndWith($"{city.PlanPage}/sdgs");
        var cells = Cells(page, "1-1 子育てを支える");
        (cells.Count, cells[2], cells[3], cells[17]).ShouldBe((18, "2件 300万円 つながり2", "0件", "2件 300万円 つながり2"));
        Cells(page, "1-2 健康を支える").Where(c => c != "0件").ShouldBe(["1件 200万円", "1件 –金額の登録なし", "2件 200万円 +1件は金額の登録なし"], "one project serves under the other measure, one by itself");
        page.QuerySelector("main [role=status]")!.TextContent.ShouldContain("SDGsの目標に役立つ事務事業は3件です。事業費は300万円です");
        page.QuerySelector("#orphans + details ul")!.QuerySelectorAll("li").Select(l => l.TextContent).ShouldBe(["1-3 学びを支える"]);
        page.QuerySelectorAll("#without + details li").Length.ShouldBe(16);
        page.QuerySelectorAll("#without + details li").Select(Words).ShouldContain("5 ジェンダー平等を実現しよう 役立つ事務事業は1件");
        page.QuerySelector("#alone + p")!.TextContent.ShouldContain("すべての事務事業が");

        var files = page.QuerySelectorAll<IHtmlAnchorElement>("main .toolbar a").Select(a => a.Href).ToList();
        var lines = (await app.Browser.GetStringAsync(files[1], TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldBe("アクションプラン,SDGsの目標,事務事業の数,事業費(円)令和6年度(決算),金額の登録がない事務事業,項目と目標のつながり");
        lines.ShouldContain("1-1 子育てを支える,3 すべての人に健康と福祉を,2,3000000,0,2");
        lines.ShouldContain("1-3 学びを支える,計,0,,0,0");
        lines.ShouldContain("計,1 貧困をなくそう,0,,0,0");
        lines[^2].ShouldBe("計,計,3,3000000,1,");
        (await app.Browser.GetByteArrayAsync(new Uri(files[0]), TestContext.Current.CancellationToken)).Take(2).ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task However_many_links_there_are_the_page_asks_the_same_few_questions()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        string[] pages = [$"{city.PlanPage}/matrix?with={city.Strategy.Key}", $"{city.PlanPage}/sdgs", $"{city.Office.Path}/links", $"{city.Office.Path}/sdgs", $"{city.Office.Path}/sdgs/3", city.MeasurePage(0), $"{city.Office.Path}/projects/{city.Projects[0].Key}"];
        await city.Link((2, 0));
        await using (var db = city.Office.Open())
        {
            db.Add(GoalLink.Of(city.Measure(2), new(3, null, Strength.Mainly, null), [city.Measure(2)], []));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        foreach (var page in pages)
            await app.Get(page);
        var few = new List<int>();
        foreach (var page in pages)
            few.Add(await app.CountQueries(page));
        await city.Link((0, 0), (0, 1), (1, 0), (1, 1));
        await using (var db = city.Office.Open())
        {
            db.AddRange(city.Measures.Take(2).Select((_, i) => GoalLink.Of(city.Measure(i), new(3, "3.4", Strength.Mainly, null), [city.Measure(i)], [])));
            db.AddRange(city.Projects.Select(p => GoalLink.Of(p.Id, new(3, null, Strength.Related, null), [])));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        // why: what a project is linked with is remembered until a link is saved.
        foreach (var page in pages)
            await app.Get(page);
        foreach (var (page, before) in pages.Zip(few))
            (await app.CountQueries(page)).ShouldBe(before, page);
        few.Max().ShouldBeLessThanOrEqualTo(16, string.Join(' ', few));
    }

    [Fact]
    public async Task Where_two_levels_carry_projects_the_lower_one_stands_in_the_rows()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await using (var db = city.Office.Open())
        {
            var plan = db.Plans.Include(p => p.Levels).Single(p => p.Id == city.Plan.Id);
            var top = plan.Levels.Single(l => l.Order == 1);
            plan.Carry(top.Id, top.Contents with { Projects = true }, new(0, 0, 0));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await city.Link((0, 1));
        var page = await app.Get($"{city.PlanPage}/matrix?with={city.Strategy.Key}");
        page.QuerySelectorAll("main .matrix tbody th").Select(t => t.TextContent).ShouldBe(["1-1 子育てを支える", "1-2 健康を支える", "1-3 学びを支える"]);
    }

    [Fact]
    public async Task A_plan_alone_and_a_plan_without_items_say_so()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await using (var db = city.Office.Open())
        {
            db.Add(Plan.Found(PlanKind.SectorPlan, "観光計画", new(2022), null));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var key = (await app.Get($"{city.Office.Path}/plans")).QuerySelectorAll<IHtmlAnchorElement>("main th a").Single(a => a.TextContent == "観光計画").Href.Split('/')[^1];
        (await app.Get($"{city.PlanPage}/matrix?with={key}")).QuerySelector("main .empty")!.TextContent.ShouldContain("並べる項目がありません");
        (await app.Browser.GetAsync($"{city.PlanPage}/matrix?with=nothing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.Browser.GetAsync($"{city.PlanPage}/matrix?with={city.Plan.Key}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_long_plan_is_paged_and_a_wide_one_asks_for_a_higher_level()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await using (var db = city.Office.Open())
        {
            var (plan, edition) = (db.Plans.Include(p => p.Levels).Single(p => p.Id == city.Plan.Id), db.Editions.Single(e => e.PlanId == city.Plan.Id));
            var items = db.PlanItems.Where(i => i.EditionId == edition.Id).ToList();
            var tree = new PlanTree(edition, plan, items);
            for (var more = 4; more <= 70; more++)
                db.Add(tree.Add(plan.Levels.Single(l => l.Order == 2), items.Single(i => i.ParentId == null), $"1-{more}", $"施策{more}"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await city.Link((0, 1));
        var page = await app.Get($"{city.PlanPage}/matrix?with={city.Strategy.Key}");
        page.QuerySelectorAll("main .matrix tbody tr").Length.ShouldBe(50);
        Words(page.QuerySelector("main tfoot")!).ShouldBe("全70項目の計 0件 2件 300万円 2件 300万円");
        page = await app.Get($"{city.PlanPage}/matrix?with={city.Strategy.Key}&p=2");
        page.QuerySelectorAll("main .matrix tbody tr").Length.ShouldBe(20);
        page = await app.Get($"{city.Office.Path}/plans/{city.Strategy.Key}/matrix?with={city.Plan.Key}&column=2");
        page.QuerySelectorAll("main .matrix").ShouldBeEmpty();
        page.QuerySelector("main .note")!.TextContent.ShouldContain("横の項目が70件あり、画面には並べきれません");
    }

    private static List<string> Cells(IHtmlDocument page, string row) =>
        [.. page.QuerySelectorAll("main .matrix tbody tr").Single(r => r.QuerySelector("th")!.TextContent == row).QuerySelectorAll("td").Select(Words)];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
