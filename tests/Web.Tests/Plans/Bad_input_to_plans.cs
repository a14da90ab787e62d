using AngleSharp.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>What a plan cannot take is refused in one sentence, what could do harm is made harmless, and nothing that was typed is lost.</summary>
public sealed class Bad_input_to_plans : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private App app = null!;
    private OfficeOn office = null!;
    private string plan = "";
    private PlanItem policy = null!;
    private PlanItem measure = null!;
    private PlanItem below = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_body_of_a_megabyte_is_refused_and_stays_in_the_form(Engine engine)
    {
        await Fill(engine);
        var body = string.Concat(Enumerable.Repeat("長い本文です。\n", 1_000_000 / 22));
        var page = await app.SendForm($"{plan}/{measure.Key}/edit", new Dictionary<string, object?> { ["Form.Body"] = body }, "#item");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("本文が363,632字あります。100,000字までです。");
        page.QuerySelector("textarea")!.TextContent.Length.ShouldBe(body.Length);
        (await Saved(measure)).Body.ShouldBe("子育ての本文");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Markup_and_script_in_texts_are_shown_as_they_were_typed(Engine engine)
    {
        await Fill(engine);
        const string Attack = "<script>alert(1)</script> <img src=x onerror=alert(1)> [押す](javascript:alert(1)) ![図](javascript:alert(1))";
        await app.SendForm($"{plan}/{measure.Key}/edit", new Dictionary<string, object?> { ["Form.Title"] = "<b>題名</b>", ["Form.Body"] = Attack }, "#item");
        foreach (var address in new[] { $"{plan}/{measure.Key}", plan, $"{plan}/{measure.Key}/split", $"{plan}/{measure.Key}/merge", $"{office.Path}/items" })
        {
            var page = await app.Get(address);
            page.QuerySelectorAll("main script, main img[onerror], main h1 b, main .tree b, main a[href^=javascript], main img[src^=javascript]").ShouldBeEmpty(address);
        }

        (await app.Get($"{plan}/{measure.Key}")).QuerySelector("main")!.TextContent.ShouldContain("<script>alert(1)</script>");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_circle_in_the_tree_and_the_loss_of_what_something_stands_on_are_refused(Engine engine)
    {
        await Fill(engine);
        var page = await app.Get($"{plan}/{policy.Key}/move");
        page.QuerySelectorAll("select[name=Parent] option").Select(o => o.GetAttribute("value")).ShouldBe([""], "nothing below itself is offered");
        using var circle = new FormUrlEncodedContent([new("Parent", below.Key.Value), new("Place", "1"), new("__RequestVerificationToken", page.QuerySelector("#move input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        var answer = await App.Parse(await app.Browser.PostAsync($"{plan}/{policy.Key}/move", circle, Stop));
        answer.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("その下にある項目の下へ移すことはできません");

        (await app.Get($"{plan}/{measure.Key}/move")).QuerySelector("main")!.TextContent.ShouldContain("の下に1件の項目があるため、削除できません");
        (await app.Get($"{plan}/{below.Key}/move")).QuerySelector("main")!.TextContent.ShouldContain("1件の事務事業があるため、削除できません");
        (await app.Get($"{plan}/edit")).QuerySelectorAll("form[action*=RemoveLevel]").ShouldBeEmpty("every level is used");
        (await app.SendForm($"{plan}/edit", Answers.Of(("Form.Last", "2020")), "#describe")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("終わりが始まりより前です");
        await using var db = office.Open();
        (await db.PlanItems.CountAsync(Stop)).ShouldBe(3);
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        var there = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2034));
        var (top, middle, low) = (there.AddLevel("政策", false), there.AddLevel("施策", true), there.AddLevel("基本事業", true));
        var edition = there.Draft("骨子");
        var tree = new PlanTree(edition, there, []);
        policy = tree.Add(top, null, "1", "暮らし");
        measure = tree.Add(middle, policy, "1-1", "子育て");
        measure.Write("1-1", "子育て", null, "子育ての本文");
        below = tree.Add(low, measure, "1-1-1", "保育");
        var project = Sample.Project("1", "保育所");
        project.PlaceUnder(there.Id, below.Key);
        await using var db = office.Open();
        db.AddRange(there, edition, policy, measure, below, project);
        await db.SaveChangesAsync(Stop);
        plan = $"{office.Path}/plans/{there.Key}";
    }

    private async Task<PlanItem> Saved(PlanItem item)
    {
        await using var db = office.Open();
        return await db.PlanItems.AsNoTracking().SingleAsync(i => i.Id == item.Id, Stop);
    }
}
