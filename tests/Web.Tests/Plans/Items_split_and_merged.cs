using AngleSharp.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>Items of a draft are split and merged, the comparison says so with the reason, and projects follow when the edition comes into force.</summary>
public sealed class Items_split_and_merged : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly Project project = Sample.Project("1", "産後ケア事業");
    private App app = null!;
    private OfficeOn office = null!;
    private string plan = "";
    private Edition basis = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_item_is_merged_with_its_projects_and_the_comparison_tells_into_which(Engine engine)
    {
        await Fill(engine);
        var draft = await Copied();
        var page = await app.SendForm(await At("保育を充実する", draft, "merge"), new { Into = "1-1 子育てを支える", Reason = "切れ目なく支えるため" }, "#merge");
        page.QuerySelector("h1")!.TextContent.ShouldContain("子育てを支える");
        page.QuerySelector(".plan-body")!.TextContent.ShouldContain("保育所を増やす。");
        page = await app.Get($"{plan}/compare?from={basis.Key}&with={draft.Key}");
        var gone = page.QuerySelectorAll("table.compare tbody tr").Single(r => r.QuerySelector("[data-head=変わったところ]")!.TextContent.Contains("削除"));
        gone.QuerySelector("[data-head=変わったところ]")!.TextContent.ShouldContain("「子育てを支える」に統合");
        gone.QuerySelector("[data-head=変わったところ]")!.TextContent.ShouldContain("切れ目なく支えるため");
        (await Placed()).ShouldBe("保育を充実する", "the edition that the draft was copied from still has it");

        await app.SendForm($"{office.Path}/editions/{draft.Key}/decision", new { Body = "庁議", Day = "2026-01-15" }, "#decide");
        await app.SendForm($"{office.Path}/editions/{draft.Key}/decision", new { From = "2026-04-01" }, "#enforce");
        (await Placed()).ShouldBe("子育てを支える");
        (await app.Get($"{office.Path}/releases/verification")).QuerySelector("main")!.TextContent.ShouldNotContain("計画にない項目");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_hangs_on_items_follows_over_several_merges_and_once_where_two_go_into_one(Engine engine)
    {
        await Fill(engine);
        var (care, nursery, health) = (await Place("子育てを支える"), await Place("保育を充実する"), await Place("健康を支える"));
        var strategy = Plan.Found(PlanKind.RegionalStrategy, "総合戦略", new(2026), null);
        var (level, taken) = (strategy.AddLevel("基本目標", true), strategy.Draft("決定"));
        var goal = new PlanTree(taken, strategy, []).Add(level, null, "1", "安心して育てる");
        var place = new ItemPlace(strategy.Id, goal.Key);
        var before = Lineage.Carry(strategy.Id, goal.Key, basis.PlanId, [nursery.Item], "続けるため");
        await using (var db = office.Open())
        {
            db.AddRange(strategy, taken, goal, before);
            db.AddRange(ItemLink.Between(care, place, null, [care, place], []), ItemLink.Between(nursery, place, null, [nursery, place], []));
            db.AddRange(GoalLink.Of(care, new(4, null, Strength.Mainly, null), [care], []), GoalLink.Of(nursery, new(4, null, Strength.Mainly, null), [nursery], []));
            await db.SaveChangesAsync(Stop);
        }

        var draft = await Copied();
        await app.SendForm(await At("保育を充実する", draft, "merge"), new { Into = "1-1 子育てを支える" }, "#merge");
        await app.SendForm(await At("子育てを支える", draft, "merge"), new { Into = "1-3 健康を支える" }, "#merge");
        await app.SendForm($"{office.Path}/editions/{draft.Key}/decision", new { Body = "庁議", Day = "2026-01-15" }, "#decide");
        (await app.Get($"{office.Path}/editions/{draft.Key}/decision")).QuerySelector(".note-warn").ShouldBeNull("every project has an heir");
        await app.SendForm($"{office.Path}/editions/{draft.Key}/decision", new { From = "2026-04-01" }, "#enforce");
        (await Placed()).ShouldBe("健康を支える");
        await using var after = office.Open();
        (await after.Editions.SingleAsync(e => e.Id == draft.Id, Stop)).IsInForce.ShouldBeTrue();
        (await after.ItemLinks.ToListAsync(Stop)).ShouldHaveSingleItem().Opposite(place).ShouldBe(health);
        (await after.GoalLinks.ToListAsync(Stop)).ShouldHaveSingleItem().Item.ShouldBe(health);
        (await after.Lineages.Include(l => l.Successors).SingleAsync(l => l.Id == before.Id, Stop)).Successors.Select(s => s.ItemKey).ShouldBe([health.Item], "what the plan before was carried to");
        (await OfficeChecks.RunAsync(after, Stop)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Alternatives_that_merge_one_item_differently_do_not_speak_for_each_other(Engine engine)
    {
        await Fill(engine);
        var (first, second, third) = (await Copied("案①"), await Copied("案②"), await Copied("案③"));
        await app.SendForm(await At("保育を充実する", first, "merge"), new { Into = "1-1 子育てを支える" }, "#merge");
        await app.SendForm(await At("保育を充実する", second, "merge"), new { Into = "1-3 健康を支える" }, "#merge");
        await app.SendForm(await At("保育を充実する", third, "move"), new { }, "#remove");
        (await Said(first)).ShouldContain("「子育てを支える」に統合");
        (await Said(second)).ShouldContain("「健康を支える」に統合");
        (await Said(third)).ShouldNotContain("統合");
        await app.SendForm($"{office.Path}/editions/{third.Key}/decision", new { Body = "庁議", Day = "2026-01-15" }, "#decide");
        (await app.Get($"{office.Path}/editions/{third.Key}/decision")).QuerySelector(".note-warn")!.TextContent.ShouldContain("事務事業が1件あります");
        await app.SendForm($"{office.Path}/editions/{first.Key}/decision", new { Body = "庁議", Day = "2026-01-15" }, "#decide");
        await app.SendForm($"{office.Path}/editions/{first.Key}/decision", new { From = "2026-04-01" }, "#enforce");
        (await Placed()).ShouldBe("子育てを支える");

        async Task<string> Said(Edition edition) => (await app.Get($"{plan}/compare?from={basis.Key}&with={edition.Key}")).QuerySelector("table.compare")!.TextContent;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_level_without_texts_gets_none_by_a_split(Engine engine)
    {
        await Fill(engine);
        await app.SendForm($"{plan}/edit", new { levelName = "政策", body = false }, "form[action*=Rename]");
        (await app.Get(await At("安心して暮らす", basis, "split"))).QuerySelectorAll("#split textarea").ShouldBeEmpty();
        (await app.SendForm(await At("安心して暮らす", basis, "split"), new { Title = "もっと安心して暮らす" }, "#split")).QuerySelector("h1")!.TextContent.ShouldContain("もっと安心して暮らす");
        (await app.SendForm($"{plan}/edit", new { levelName = "大きな政策" }, "form[action*=Rename]")).QuerySelector("[data-error-summary]").ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_no_other_edition_has_the_item_its_projects_follow_at_once(Engine engine)
    {
        await Fill(engine);
        (await app.SendForm(await At("保育を充実する", basis, "merge"), new { }, "#merge")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("選んだ計画の項目が見つかりません");
        (await app.Get(await At("安心して暮らす", basis, "merge"))).QuerySelector("main")!.TextContent.ShouldContain("統合する先がありません");
        var (from, into) = (await Place("保育を充実する"), await Place("子育てを支える"));
        var initiative = Initiative.Take(from.Plan, 1, "子ども応援", null);
        initiative.Add(from, [from]);
        await using (var db = office.Open())
        {
            db.AddRange(initiative, GoalLink.Of(from, new(4, null, Strength.Mainly, "学びのはじまり"), [from], []), GoalLink.Of(from, new(5, null, Strength.Related, null), [from], []), GoalLink.Of(into, new(5, null, Strength.Mainly, "先にあったもの"), [into], []));
            await db.SaveChangesAsync(Stop);
        }

        await app.SendForm(await At("保育を充実する", basis, "merge"), new { Into = "1-1 子育てを支える" }, "#merge");
        (await Placed()).ShouldBe("子育てを支える");
        await using var after = office.Open();
        (await after.GoalLinks.OrderBy(g => g.Goal).ToListAsync(Stop)).Select(g => (g.Goal, g.Item, g.Reason)).ShouldBe([(4, into, "学びのはじまり"), (5, into, "先にあったもの")]);
        (await after.Initiatives.Include(i => i.Members).SingleAsync(Stop)).Members.Select(m => m.Item).ShouldBe([into]);
        (await OfficeChecks.RunAsync(after, Stop)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_item_is_split_and_a_reason_is_written_in_the_comparison(Engine engine)
    {
        await Fill(engine);
        var draft = await Copied();
        (await app.SendForm(await At("子育てを支える", draft, "split"), new { Title = " " }, "#split")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("計画項目の題名が空です");
        var page = await app.SendForm(await At("子育てを支える", draft, "split"), new { Title = "若者を支える", KeptBody = "妊娠から支える。", Body = "若者の暮らしを支える。" }, "#split");
        page.QuerySelector("h1")!.TextContent.ShouldContain("若者を支える");
        page = await app.Get($"{plan}/compare?from={basis.Key}&with={draft.Key}");
        var fresh = page.QuerySelectorAll("table.compare tbody tr").Single(r => r.QuerySelector("[data-head=変わったところ]")!.TextContent.Contains("新設"));
        fresh.QuerySelector("[data-head=変わったところ]")!.TextContent.ShouldContain("「子育てを支える」から分割");
        var why = fresh.QuerySelector("a[href*=reasons]")!.GetAttribute("href")!;
        page = await app.SendForm(why, new Dictionary<string, object?> { ["Form.Text"] = "若者の声が多かったため" }, "#reason");
        page.QuerySelector("table.compare")!.TextContent.ShouldContain("若者の声が多かったため");
        page = await app.SendForm(why, new Dictionary<string, object?> { ["Form.Text"] = "" }, "#reason");
        page.QuerySelector("table.compare")!.TextContent.ShouldNotContain("若者の声が多かったため");
        (await app.SendForm(why, new Dictionary<string, object?> { ["Form.Text"] = " " }, "#reason")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("変更の理由が空です");
        (await app.SendForm(why, new Dictionary<string, object?> { ["Form.Text"] = new string('長', 2001) }, "#reason")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("2,000字まで");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_typed_and_not_saved_is_offered_again_to_who_typed_it(Engine engine)
    {
        await Fill(engine);
        var edit = await At("子育てを支える", basis, "edit");
        await Keep(edit, "書きかけの文");
        var page = await app.Get(edit);
        page.QuerySelector("#unsaved")!.TextContent.ShouldContain("保存していない書きかけがあります");
        page.QuerySelector("textarea")!.TextContent.ShouldBe("妊娠から支える。若者の暮らしを支える。");
        page = await app.Get(new Uri(new Uri("http://localhost" + edit), page.QuerySelector("#unsaved a")!.GetAttribute("href")).PathAndQuery);
        page.QuerySelector("textarea")!.TextContent.ShouldBe("書きかけの文");
        await app.SendForm(page.Url, new Dictionary<string, object?>(), "#item");
        (await app.Get(edit)).QuerySelector("#unsaved").ShouldBeNull("it is saved");
        (await app.Get(edit)).QuerySelector("textarea")!.TextContent.ShouldBe("書きかけの文");

        await Keep($"{edit}&list=%3Fsort%3Dname", "一覧から開いて書いた文");
        (await app.Get(edit)).QuerySelector("#unsaved").ShouldNotBeNull("whichever way the form was reached");
        await Keep(edit, "捨てる文");
        await app.SendForm(edit, new { }, "#unsaved form");
        (await app.Get(edit)).QuerySelector("#unsaved").ShouldBeNull("it was thrown away");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unsaved_words_continued_after_somebody_else_saved_end_in_a_choice(Engine engine)
    {
        await Fill(engine);
        var edit = await At("子育てを支える", basis, "edit");
        await Keep(edit, "書きかけの文");
        await using (var db = office.Open())
        {
            var item = await db.PlanItems.AsTracking().SingleAsync(i => i.Title == "子育てを支える", Stop);
            item.Write(item.Code, item.Title, item.PlainTitle, "ほかの人の文");
            await db.SaveChangesAsync(Stop);
        }

        var page = await app.SendForm($"{edit}{(edit.Contains('?') ? "&" : "?")}unsaved=true", new Dictionary<string, object?>(), "#item");
        page.QuerySelector("main")!.TextContent.ShouldContain("ほかの人の文");
        page.QuerySelector("main")!.TextContent.ShouldContain("書きかけの文");
        page.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("自分の入力を捨てて", StringComparison.Ordinal)).GetAttribute("href")!.ShouldNotContain("unsaved");
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        var there = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2026), new(2033));
        var (policy, measure) = (there.AddLevel("政策", false), there.AddLevel("施策", true));
        basis = there.Draft("骨子", EditionKind.Outline);
        var tree = new PlanTree(basis, there, []);
        var top = tree.Add(policy, null, "1", "安心して暮らす");
        var (care, nursery, health) = (tree.Add(measure, top, "1-1", "子育てを支える"), tree.Add(measure, top, "1-2", "保育を充実する"), tree.Add(measure, top, "1-3", "健康を支える"));
        care.Write("1-1", care.Title, null, "妊娠から支える。若者の暮らしを支える。");
        nursery.Write("1-2", nursery.Title, null, "保育所を増やす。");
        project.PlaceUnder(there.Id, nursery.Key);
        await using var db = office.Open();
        db.AddRange(there, basis, top, care, nursery, health, project);
        await db.SaveChangesAsync(Stop);
        plan = $"{office.Path}/plans/{there.Key}";
    }

    private async Task<Edition> Copied(string label = "案")
    {
        await app.SendForm($"{plan}/editions/new?from={basis.Key}", new { Label = label }, "#copy");
        await using var db = office.Open();
        return await db.Editions.AsNoTracking().SingleAsync(e => e.Label == label, Stop);
    }

    // why: what the browser sends by itself while somebody types.
    private async Task Keep(string edit, string body)
    {
        var page = await app.Get(edit);
        var filled = FilledForm.On(page, "#item", new Dictionary<string, object?> { ["Form.Body"] = body });
        using var content = filled.Content();
        (await app.Browser.PostAsync(new Uri(new Uri(page.Url), page.QuerySelector("#item")!.GetAttribute("data-autosave")), content, Stop)).EnsureSuccessStatusCode();
    }

    private async Task<string> At(string title, Edition edition, string page)
    {
        await using var db = office.Open();
        return $"{plan}/{await db.PlanItems.Where(i => i.EditionId == edition.Id && i.Title == title).Select(i => i.Key).SingleAsync(Stop)}/{page}?edition={edition.Key}";
    }

    private async Task<ItemPlace> Place(string title)
    {
        await using var db = office.Open();
        return new(basis.PlanId, await db.PlanItems.Where(i => i.EditionId == basis.Id && i.Title == title).Select(i => i.Key).SingleAsync(Stop));
    }

    private async Task<string> Placed()
    {
        await using var db = office.Open();
        var key = (await db.Projects.Include(p => p.Placements).SingleAsync(p => p.Id == project.Id, Stop)).Placements.Single().ItemKey;
        return await db.PlanItems.Where(i => i.Key == key).Select(i => i.Title).FirstAsync(Stop);
    }
}
