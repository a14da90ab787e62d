using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>What becomes of the current plan in the next: item by item, with the projects, and with the history of indicators.</summary>
public sealed class Succession_of_plans : IAsyncLifetime
{
    private App app = null!;
    private OfficeOn office = null!;
    private Plan current = null!;
    private Plan next = null!;
    private string address = "";

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_planner_says_of_each_item_where_it_goes_and_sees_what_is_still_unsaid(Engine engine)
    {
        await Fill(engine);
        (await app.Get($"{address}/lineage")).QuerySelector("main")!.TextContent.ShouldContain("前の計画が決まっていません");
        var page = await app.SendForm($"{address}/lineage", new { Predecessor = current.Key.Value }, "#predecessor");
        Kinds(page).ShouldBe(["未記入", "未記入", "未記入", "未記入"]);
        page = await app.SendForm($"{address}/lineage", new { }, "#suggested");
        Kinds(page).ShouldBe(["継続", "未記入", "未記入", "未記入"], "only one title is the same");

        await Carry("子育て", "子どもの育ち");
        await Carry("保育", "子どもの育ち");
        (await app.SendForm(await At("スポーツ"), new Dictionary<string, object?> { ["Form.Ending"] = "drop" }, "#lineage")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("引き継がない理由が空です");
        page = await app.SendForm(await At("スポーツ"), new Dictionary<string, object?> { ["Form.Ending"] = "drop", ["Form.Reason"] = "健康づくりの中で続けるため" }, "#lineage");
        Kinds(page).ShouldBe(["継続", "統合", "統合", "終了"]);
        page.QuerySelectorAll("table.lineage tbody tr")[3].QuerySelector("[data-head=理由]")!.TextContent.ShouldContain("健康づくりの中で続けるため");
        page = await app.SendForm($"{address}/lineage/new/{await KeyOf("デジタル", next)}", new { Reason = "手続を変えるため" }, "#begin");
        page.QuerySelector("main")!.TextContent.ShouldContain("手続を変えるため");
        page.QuerySelectorAll("caption").First(c => c.TextContent == "書けているところ").ParentElement!.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(d => d.TextContent.Trim())))
            .ShouldBe(["4 1 0 2 0 1 –前の計画の項目にはありません 0", "3 1 0 1 0 –次の計画の項目にはありません 1 0"]);
        (await app.CountQueries($"{address}/lineage")).ShouldBeLessThanOrEqualTo(12);

        (await app.SendForm($"{address}/lineage/new/{await KeyOf("デジタル", next)}", new { Version = "0", Reason = "別の理由" }, "#begin")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("ほかの人が先に保存した");
        page = await app.SendForm(await At("スポーツ"), new { }, "#unsay");
        Kinds(page)[3].ShouldBe("未記入");
        (await app.Get($"{office.Path}/changes?area=plans")).QuerySelector("main")!.TextContent.ShouldContain("現行計画からの引き継ぎ");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_who_speak_of_one_item_are_shown_each_others_words(Engine engine)
    {
        await Fill(engine);
        await app.SendForm($"{address}/lineage", new { Predecessor = current.Key.Value }, "#predecessor");
        var began = (await app.Get(await At("子育て"))).QuerySelectorAll<IHtmlInputElement>("#lineage input[type=hidden]").Where(i => i.Name is "Version" or "Was").ToDictionary(i => i.Name!, i => (object?)i.Value);
        await Carry("子育て", "子どもの育ち");
        var (response, page) = await app.SendFormRaw(await At("子育て"), new Dictionary<string, object?>(began) { ["Form.Ending"] = "drop", ["Form.Reason"] = "なくすため", ["Form.Successors"] = null }, "#lineage");
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        page.QuerySelector("main")!.TextContent.ShouldContain("子どもの育ち");
        page.QuerySelector("main")!.TextContent.ShouldContain("引き継がない");
        using var theirs = FilledForm.On(page, "main form", new Dictionary<string, object?> { ["Form.Ending"] = "carry" }).Content();
        await app.Follow(await app.Browser.PostAsync(new Uri(new Uri("http://localhost"), await At("子育て")), theirs, TestContext.Current.CancellationToken));
        Kinds(await app.Get($"{address}/lineage"))[1].ShouldBe("名称変更");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_indicator_goes_on_in_the_next_plan_with_its_values(Engine engine)
    {
        await Fill(engine);
        var indicator = Indicator.Define("待機児童数", "人", IndicatorKind.Outcome);
        indicator.Measure(new(2024), 12, ActualStatus.Final);
        indicator.UseFor(current.Id, await KeyOf("保育", current), 1);
        await using (var db = office.Open())
        {
            db.Add(indicator);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.SendForm($"{address}/lineage", new { Predecessor = current.Key.Value }, "#predecessor");
        await Carry("保育", "子どもの育ち");
        var item = $"{address}/{await KeyOf("子どもの育ち", next)}";
        var page = await app.SendForm(item, new { }, "form[action*=Use]");
        page.QuerySelector(".panel")!.TextContent.ShouldContain("12");
        page.QuerySelectorAll("form[action*=Use]").Length.ShouldBe(0);
        page.QuerySelector("main")!.TextContent.ShouldContain("保育", customMessage: "what it follows");
        (await app.Get($"{office.Path}/plans/{current.Key}/{await KeyOf("保育", current)}")).QuerySelector("main")!.TextContent.ShouldContain("子どもの育ち", customMessage: "what follows it");
        (await app.Get($"{item}/move")).QuerySelector("main")!.TextContent.ShouldContain("1件の指標があるため、削除できません");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Projects_are_counted_by_what_becomes_of_them(Engine engine)
    {
        await Fill(engine);
        var (care, child) = (await KeyOf("保育", current), await KeyOf("子どもの育ち", next));
        var (carried, ending, open, fresh) = (Sample.Project("1", "保育所"), Sample.Project("2", "保育所の建て替え"), Sample.Project("3", "一時預かり"), Sample.Project("4", "こども園"));
        foreach (var project in new[] { carried, ending, open })
            project.PlaceUnder(current.Id, care);
        carried.PlaceUnder(next.Id, child);
        fresh.PlaceUnder(next.Id, child);
        ending.Schedule(new(PeriodKind.Limited, new(2024), new(2026), null));
        await using (var db = office.Open())
        {
            db.AddRange(carried, ending, open, fresh);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await app.SendForm($"{address}/lineage", new { Predecessor = current.Key.Value }, "#predecessor");
        Counted(page).ShouldBe(["1", "0", "1", "1", "1"]);
        page.QuerySelectorAll("details a:not([aria-label])").Select(a => a.TextContent).ShouldBe(["一時預かり", "保育所の建て替え"]);
        page.QuerySelectorAll("table.lineage tbody tr")[2].QuerySelector("[data-head=事務事業]")!.TextContent.Trim().ShouldBe("2/3");

        var say = $"{address}/project-lineage/{open.Key}";
        (await app.SendForm(say, new Dictionary<string, object?> { ["Form.Ending"] = "carry" }, "#lineage")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("引き継ぐ先の事務事業が選ばれていません");
        (await app.SendForm(say, new Dictionary<string, object?> { ["Form.Ending"] = "drop" }, "#lineage")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("引き継がない理由が空です");
        page = await app.SendForm(say, new Dictionary<string, object?> { ["Form.Ending"] = "carry", ["Form.Successors"] = fresh.Key.Value, ["Form.Reason"] = "こども園で行うため" }, "#lineage");
        Counted(page).ShouldBe(["1", "1", "1", "0", "0"], "the new one follows now");
        (await app.Get($"{office.Path}/changes?area=plans")).QuerySelector("main")!.TextContent.ShouldContain("事務事業の引き継ぎ");
        page = await app.SendForm(say, new { }, "#unsay");
        Counted(page)[4].ShouldBe("1");
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        (current, next) = (Plan.Found(PlanKind.BasicPlan, "基本計画", new(2022), new(2026)), Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2034)));
        await using var db = office.Open();
        foreach (var (plan, titles) in new[] { (current, new[] { "健康", "子育て", "保育", "スポーツ" }), (next, ["健康", "子どもの育ち", "デジタル"]) })
        {
            var level = plan.AddLevel("施策", true);
            var edition = plan.Draft("骨子");
            var tree = new PlanTree(edition, plan, []);
            db.AddRange(plan, edition);
            db.AddRange(titles.Select(t => tree.Add(level, null, null, t)));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        address = $"{office.Path}/plans/{next.Key}";
    }

    private static IReadOnlyList<string> Counted(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("h2").First(h => h.TextContent == "事務事業の引き継ぎ").NextElementSibling!.QuerySelectorAll("b").Select(b => b.TextContent)];

    private async Task Carry(string from, string to) =>
        await app.SendForm(await At(from), new Dictionary<string, object?> { ["Form.Ending"] = "carry", ["Form.Successors"] = (await KeyOf(to, next)).Value }, "#lineage");

    private async Task<string> At(string title) => $"{address}/lineage/{await KeyOf(title, current)}";

    private static IReadOnlyList<string> Kinds(IHtmlDocument page) => [.. page.QuerySelectorAll("table.lineage tbody [data-head=対応]").Select(t => t.TextContent.Trim())];

    private async Task<PublicKey> KeyOf(string title, Plan plan)
    {
        await using var db = office.Open();
        return await db.PlanItems.Where(i => i.Title == title && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == plan.Id)).Select(i => i.Key).SingleAsync();
    }
}
