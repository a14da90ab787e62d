using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shouldly;
using Web.Tests.Office;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>A plan is rewritten in copies: alternatives side by side, what changed between any two, one decided and in force.</summary>
public sealed class Editions_of_a_plan : IAsyncLifetime
{
    private App app = null!;
    private OfficeOn office = null!;
    private string plan = "";

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_alternatives_are_written_compared_and_one_is_decided(Engine engine)
    {
        await Fill(engine);
        var first = await Copied("骨子", "案①", new { Kind = "Proposal" });
        var second = await Copied("骨子", "案②", new { Kind = "Proposal", Beside = first.Key.Value });
        var page = await app.Get($"{plan}/editions");
        page.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelector("th a")!.TextContent).ShouldBe(["案②", "案①", "骨子"]);
        page.QuerySelector("main tbody tr th .mark")!.TextContent.ShouldBe("庁内で使う版");
        page.QuerySelectorAll("main tbody tr")[0].QuerySelector("[data-head=別案]")!.TextContent.ShouldBe("案①");

        await Write(first, "子育てを支える", new { Title = "こどもと家庭を支える" });
        await Write(second, "子育てを支える", new { Body = "すべてのこどもに。" });
        (await app.Get($"{plan}?edition={first.Key}")).QuerySelector(".tree")!.TextContent.ShouldContain("こどもと家庭を支える");
        (await app.Get(plan)).QuerySelector(".tree")!.TextContent.ShouldNotContain("こどもと家庭を支える");

        page = await app.SendForm($"{plan}/editions", new { from = first.Key.Value, with = second.Key.Value }, "#compare");
        page.QuerySelectorAll("table.compare tbody tr").Length.ShouldBe(1);
        page.QuerySelector("[data-head=旧] del")!.TextContent.ShouldBe("こどもと家庭");
        page.QuerySelectorAll("[data-head=新] ins").Select(i => i.TextContent).ShouldBe(["子育て", "すべてのこどもに。"]);
        page.QuerySelector("main [role=status]")!.TextContent.ShouldContain("1件の項目が変わりました");
        (await app.Get($"{plan}/compare?from={first.Key}&with={second.Key}&all=true")).QuerySelectorAll("table.compare tbody tr").Length.ShouldBe(4);
        (await app.Get($"{plan}/compare?from={first.Key}&with={first.Key}")).QuerySelector("main")!.TextContent.ShouldContain("変わったところはありません");

        page = await app.SendForm($"{office.Path}/editions/{first.Key}/decision", new { Body = "市議会12月定例会", Day = "2026-01-15", Number = "議案第80号" }, "#decide");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("市議会12月定例会、令和8年1月15日、議案第80号");
        page = await app.Get($"{plan}/editions");
        page.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelector("[data-head=状態] .mark")!.TextContent.Trim()).ShouldBe(["採られなかった別案", "決定した版", "作業中の版"]);
        page.QuerySelectorAll("main tbody tr")[1].QuerySelector("th .mark")!.TextContent.ShouldBe("庁内で使う版", "the alternative that the office meant was not taken");
        (await app.SendForm($"{plan}/{await KeyOf("子育てを支える", second)}/edit?edition={second.Key}", new Dictionary<string, object?> { ["Form.Title"] = "もう直せない" })).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("別の案が決定されたため、読むことだけができます。");

        page = await app.SendForm($"{office.Path}/editions/{first.Key}/decision", new { From = "2027-04-01" }, "#enforce");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("令和9年4月1日から");
        (await office.Open().Editions.SingleAsync(e => e.Key == first.Key, TestContext.Current.CancellationToken)).IsInForce.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Items_are_added_moved_and_removed_in_the_edition_of_the_address_alone(Engine engine)
    {
        await Fill(engine);
        var draft = await Copied("骨子", "素案", new { Show = false });
        var at = $"?edition={draft.Key}";
        (await app.Get($"{plan}/editions")).QuerySelectorAll("main tbody tr")[1].QuerySelector("th .mark").ShouldNotBeNull("the outline is still what the office means");
        var item = await app.SendForm($"{plan}/new-item{at}&parent={await KeyOf("安心して暮らす", draft)}", new Dictionary<string, object?> { ["Form.Code"] = "1-3", ["Form.Title"] = "長寿を支える" });
        item.Url.ShouldEndWith(at);
        await app.SendForm($"{plan}/{await KeyOf("健康を支える", draft)}/move{at}", new { Place = "1" }, "#move");
        await app.SendForm($"{plan}/{await KeyOf("子育てを支える", draft)}/move{at}", new { }, "#remove");
        (await Titles(draft)).ShouldBe(["健康を支える", "長寿を支える"]);
        (await Titles(await Edition("骨子"))).ShouldBe(["子育てを支える", "健康を支える"]);

        var page = await app.Get($"{plan}/compare?from={(await Edition("骨子")).Key}&with={draft.Key}");
        page.QuerySelectorAll("table.compare tbody tr").Select(r => r.QuerySelector("[data-head=変わったところ] div div")!.TextContent).ShouldBe(["削除", "新設"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lists_and_the_search_mean_the_edition_that_is_shown_as_soon_as_it_is(Engine engine)
    {
        await Fill(engine);
        var draft = await Copied("骨子", "素案", new { Show = false });
        await Write(draft, "子育てを支える", new { Title = "こどもと家庭を支える" });
        (await Listed()).ShouldContain("子育てを支える");
        (await app.Get($"{office.Path}/search?q=こどもと家庭")).QuerySelector("main")!.TextContent.ShouldNotContain("1-1");

        await app.SendForm($"{plan}/editions", new { }, "form[action*=Show]");
        (await Listed()).ShouldContain("こどもと家庭を支える");
        (await app.Get($"{office.Path}/search?q=こどもと家庭")).QuerySelector("main")!.TextContent.ShouldContain("1-1");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_item_with_projects_is_dropped_from_a_draft_but_not_from_the_only_edition_that_has_it(Engine engine)
    {
        await Fill(engine);
        var basis = await Edition("骨子");
        var project = Sample.Project("1", "産後ケア事業");
        await using (var db = office.Open())
        {
            project.PlaceUnder(basis.PlanId, await KeyOf("子育てを支える", basis));
            db.Add(project);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var move = $"{plan}/{await KeyOf("子育てを支える", basis)}/move";
        (await app.Get(move)).QuerySelector("main")!.TextContent.ShouldContain("1件の事務事業があるため、削除できません");
        var draft = await Copied("骨子", "素案", new { });
        await app.SendForm($"{move}?edition={draft.Key}", new { }, "#remove");
        (await Titles(draft)).ShouldBe(["健康を支える"]);
        (await app.Get($"{office.Path}/projects/{project.Key}")).QuerySelector(".facts")!.TextContent.ShouldContain("子育てを支える");

        var copied = await Copied("骨子", "別の素案", new { Show = false });
        copied.WhyNotEdit().ShouldBeNull();
        await using (var db = office.Open())
        {
            (await db.Editions.SingleAsync(e => e.Id == basis.Id, TestContext.Current.CancellationToken)).BringIn(null, DateTime.UtcNow);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await app.Get($"{move}?edition={basis.Key}")).QuerySelector("main")!.TextContent.ShouldContain("1件の事務事業があるため、削除できません", customMessage: "it is in force and citizens see it");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_are_written_anew_in_the_style_of_the_levels_and_an_unused_level_goes(Engine engine)
    {
        await Fill(engine);
        await app.SendForm($"{plan}/edit", new { levelName = "政策", numbering = "Circled" }, "form[action*=Rename]");
        await app.SendForm($"{plan}/edit", new { newLevel = "基本事業", carries = true }, "#add-level");
        var page = await app.SendForm($"{plan}/edit", new { }, "form[action*=RemoveLevel]");
        page.QuerySelectorAll("form[action*=Rename] input[name=levelName]").Select(i => i.GetAttribute("value")).ShouldBe(["政策", "施策"]);
        page = await app.SendForm(plan, new { }, "form[action*=Number]");
        page.QuerySelector("main [role=status]")!.TextContent.ShouldBe("2件の番号をふり直しました。");
        page.QuerySelectorAll(".tree .tree-code").Select(c => c.TextContent).ShouldBe(["①", "1-1", "1-2", "②"], "measures keep the numbers that somebody wrote");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Levels_change_places_where_no_item_would_stand_above_its_own(Engine engine)
    {
        await Fill(engine);
        await app.SendForm($"{plan}/edit", new { newLevel = "基本事業", carries = true }, "#add-level");
        await app.SendForm($"{plan}/edit", new { levelName = "施策", numbering = "Circled" }, "tr:nth-child(2) form[action*=Rename]");
        var page = await app.SendForm($"{plan}/edit", new { place = "1" }, "tr:nth-child(2) form[action*=MoveLevel]");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("階層「施策」には、階層「政策」の下に置かれた項目が2件あるため、この順にできません。先に、すべての版で、その項目を「政策」の下から移すか削除してください。");
        page = await app.SendForm($"{plan}/edit", new { place = "3" }, "tr:nth-child(2) form[action*=MoveLevel]");
        page.QuerySelectorAll("input[name=levelName]").Select(i => i.GetAttribute("value")).ShouldBe(["政策", "基本事業", "施策"]);
        (await app.Get($"{plan}/history")).QuerySelector("main")!.TextContent.ShouldContain("順");
        await app.SendForm(plan, new { }, "form[action*=Number]");
        (await app.Get(plan)).QuerySelectorAll(".tree .tree-code").Select(c => c.TextContent).ShouldBe(["1", "①", "②", "2"], "the numbering goes with the level");
    }

    [Fact]
    public async Task A_level_is_not_moved_by_somebody_who_has_not_seen_what_another_saved()
    {
        await Fill(Engine.Sqlite);
        await app.SendForm($"{plan}/edit", new { newLevel = "基本事業", carries = true }, "#add-level");
        var mine = FilledForm.On(await app.Get($"{plan}/edit"), "tr:nth-child(2) form[action*=MoveLevel]", new { place = "3" });
        await app.SendForm($"{plan}/edit", Answers.Of(("Form.Name", "第2次アクションプラン")), "#describe");
        var page = await App.Parse(await app.Follow(await app.Browser.PostAsync(new Uri(new Uri((await app.Get($"{plan}/edit")).Url), mine.Action), mine.Content(), TestContext.Current.CancellationToken)));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("ほかの人が先に計画を変えたため、階層を変えていません。");
        page.QuerySelectorAll("input[name=levelName]").Select(i => i.GetAttribute("value")).ShouldBe(["政策", "施策", "基本事業"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_level_says_what_its_items_carry_and_what_is_there_stays(Engine engine)
    {
        await Fill(engine);
        var basis = await Edition("骨子");
        await Write(basis, "安心して暮らす", new { Body = "だれもが安心して。" });
        var page = await app.SendForm($"{plan}/edit", new { levelName = "政策", body = false, indicators = false }, "form[action*=Rename]");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("階層「政策」の項目には本文が1件あるため、載せないことにできません");
        page = await app.SendForm($"{plan}/edit", new { levelName = "政策", indicators = false, projects = false }, "form[action*=Rename]");
        page.QuerySelectorAll("form[action*=Rename]")[0].QuerySelectorAll("input[type=checkbox]").Where(c => c.HasAttribute("checked")).Select(c => c.GetAttribute("name")).ShouldBe(["body"]);
        var item = await app.Get($"{plan}/{await KeyOf("安心して暮らす", basis)}");
        item.QuerySelectorAll("main h2").Select(h => h.TextContent).ShouldNotContain("指標");
        var create = await app.SendForm($"{office.Path}/indicators/new?item={await KeyOf("安心して暮らす", basis)}", new Dictionary<string, object?> { ["Form.Name"] = "満足度" });
        create.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("の階層には指標を載せません");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_cannot_be_done_with_editions_is_said_in_one_sentence(Engine engine)
    {
        await Fill(engine);
        var basis = await Edition("骨子");
        (await app.SendForm($"{plan}/editions/new?from={basis.Key}", new { Label = " " }, "#copy")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("版の名前");
        (await app.SendForm($"{office.Path}/editions/{basis.Key}/decision", new { Body = "庁議", Day = "2090-01-01" }, "#decide")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("きょうよりあと");
        (await app.Browser.GetAsync($"{plan}/compare?from={basis.Key}&with=nothing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Browser.GetAsync($"{plan}?edition=nothing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Browser.GetAsync($"{plan}/editions/new?from=nothing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        var there = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2030));
        var (policy, measure) = (there.AddLevel("政策", false), there.AddLevel("施策", true));
        var edition = there.Draft("骨子", EditionKind.Outline);
        var tree = new PlanTree(edition, there, []);
        var top = tree.Add(policy, null, "1", "安心して暮らす");
        await using var db = office.Open();
        db.AddRange(there, edition, top, tree.Add(measure, top, "1-1", "子育てを支える"), tree.Add(measure, top, "1-2", "健康を支える"), tree.Add(policy, null, "2", "にぎわいをつくる"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        plan = $"{office.Path}/plans/{there.Key}";
    }

    private async Task<Edition> Copied(string from, string label, object answers)
    {
        var all = answers.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(answers));
        all["Label"] = label;
        await app.SendForm($"{plan}/editions/new?from={(await Edition(from)).Key}", all, "#copy");
        return await Edition(label);
    }

    private async Task Write(Edition edition, string title, object answers) =>
        await app.SendForm($"{plan}/{await KeyOf(title, edition)}/edit?edition={edition.Key}", answers.GetType().GetProperties().ToDictionary(p => $"Form.{p.Name}", p => p.GetValue(answers)), "#item");

    private async Task<Edition> Edition(string label)
    {
        await using var db = office.Open();
        return await db.Editions.AsNoTracking().SingleAsync(e => e.Label == label);
    }

    private async Task<PublicKey> KeyOf(string title, Edition edition)
    {
        await using var db = office.Open();
        return await db.PlanItems.Where(i => i.EditionId == edition.Id && i.Title == title).Select(i => i.Key).SingleAsync();
    }

    private async Task<IReadOnlyList<string>> Listed() =>
        [.. (await app.Get($"{office.Path}/items")).QuerySelectorAll("main .list-table tbody th").Select(t => t.TextContent.Trim())];

    private async Task<IReadOnlyList<string>> Titles(Edition edition)
    {
        await using var db = office.Open();
        return await db.PlanItems.Where(i => i.EditionId == edition.Id && i.ParentId != null).OrderBy(i => i.Order).Select(i => i.Title).ToListAsync();
    }
}
