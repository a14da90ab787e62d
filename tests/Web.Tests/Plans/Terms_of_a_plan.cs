using AngleSharp.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shouldly;
using Web.Tests.Office;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>A plan is divided into terms, reviewed at their ends, and set beside the mayors' terms.</summary>
public sealed class Terms_of_a_plan : IAsyncLifetime
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
    public async Task A_plan_of_eight_years_is_divided_reviewed_and_its_outcome_recorded(Engine engine)
    {
        app.Clock.Set(new(2031, 2, 10, 0, 0, 0, TimeSpan.Zero));
        await Fill(engine);
        var page = await app.SendForm($"{plan}/terms", new { Years = "4" }, "#divide");
        page.QuerySelectorAll("form[action*=ChangeTerm]").Select(f => string.Join(' ', f.QuerySelectorAll("input:not([type=hidden])").Select(i => i.GetAttribute("value")))).ShouldBe(["前期 令和9年度 令和12年度", "後期 令和13年度 令和16年度"]);
        page.QuerySelector("main")!.TextContent.ShouldContain("このころの任期は登録されていません");
        await app.SendForm($"{office.Path}/mayoral-terms/new", Term("2026-03-19", "2030-03-18"), "#term");
        page = await app.Get($"{office.Path}/terms");
        page.QuerySelector(".note-warn")!.TextContent.ShouldContain("令和12年度末の見直しの判断は、首長の任期の終わり(令和12年3月18日、令和11年度)と年度がずれています");

        page = await app.SendForm($"{plan}/reviews/2030", new { Result = "Keep", Body = "庁議", Day = "2031-02-01", Reason = "目標が達成されつつあるため" }, "#conclude");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("続ける");
        (await app.Get($"{office.Path}/terms")).QuerySelector(".note-warn").ShouldBeNull("the review is made");
        await using var db = office.Open();
        (await db.Plans.Include(p => p.Reviews).SingleAsync(TestContext.Current.CancellationToken)).Reviews.Single().Outcome!.Result.ShouldBe(ReviewResult.Keep);
        (await app.Get($"{plan}/history")).QuerySelector("main")!.TextContent.ShouldContain("目標が達成されつつあるため");
        page = await app.SendForm($"{plan}/reviews/2030", new { }, "#reopen");
        (await app.SendForm($"{plan}/reviews/2030", new { }, "#cancel")).QuerySelector("main")!.TextContent.ShouldContain("見直しの判断の予定はありません");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_early_election_moves_the_mayors_term_and_not_the_plan(Engine engine)
    {
        await Fill(engine);
        await app.SendForm($"{office.Path}/mayoral-terms/new", Term("2026-03-19", "2030-03-18"), "#term");
        var page = await app.SendForm($"{office.Path}/mayoral-terms/new", Term("2028-11-06", "2032-11-05"), "#term");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("2026年3月19日から2030年3月18日までの任期と重なっています");
        string id;
        await using (var db = office.Open())
            id = $"{(await db.MayoralTerms.SingleAsync(TestContext.Current.CancellationToken)).Id.Value}";
        await app.SendForm($"{office.Path}/mayoral-terms/{id}", Term("2026-03-19", "2028-11-05"), "#term");
        page = await app.SendForm($"{office.Path}/mayoral-terms/new", Term("2028-11-06", "2032-11-05"), "#term");
        page.QuerySelectorAll("h2 ~ .table-wrap:last-of-type tbody th").Select(t => t.TextContent).ShouldBe(["令和8年3月19日", "令和10年11月6日"]);
        page.QuerySelector("tbody")!.TextContent.ShouldContain("令和9年度から令和16年度");
        (await app.SendForm($"{office.Path}/mayoral-terms/{id}", new { }, "#remove")).QuerySelectorAll("a[href*=mayoral-terms][aria-label]").Length.ShouldBe(1);
        (await app.SendForm($"{office.Path}/mayoral-terms/new", Term("", "2032-11-05"), "#term")).QuerySelector("[data-error-summary]").ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Terms_that_overlap_or_leave_the_period_are_refused_and_two_people_do_not_undo_each_other(Engine engine)
    {
        await Fill(engine);
        foreach (var (years, why) in new[] { ("4.5", "「4.5」を数として読めません"), ("99999999999", "「99999999999」を数として読めません"), ("0", "1つの期を0年にはできません"), ("9", "1つの期を9年にはできません") })
            (await app.SendForm($"{plan}/terms", new { Years = years }, "#divide")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(why);
        await app.SendForm($"{plan}/terms", new { TermName = "前期", First = "令和9", Last = "2030" }, "#add-term");
        (await app.SendForm($"{plan}/terms", new { TermName = "後期", First = "2030", Last = "2034" }, "#add-term")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("期「後期」が期「前期」と重なっています");
        (await app.SendForm($"{plan}/terms", new { TermName = "後期", First = "2031", Last = "2050" }, "#add-term")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("計画の期間(令和9年度から令和16年度)の外に出ています");
        (await app.SendForm($"{plan}/terms", new { TermName = "後期", First = "いつか", Last = "2034" }, "#add-term")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("「いつか」を年度として読めません");
        (await app.SendForm($"{plan}/edit", Answers.Of(("Form.Last", "2028")), "#describe")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("期「前期」が計画の期間からはみ出します");
        (await app.SendForm($"{plan}/terms", new { Version = "0", TermName = "後期", First = "2031", Last = "2034" }, "#add-term")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("ほかの人が先に保存した");
        (await app.SendForm($"{plan}/terms", new { ReviewYear = "2028" }, "#review")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("見直しを判断する理由が空です");
        (await app.CountQueries($"{plan}/terms")).ShouldBeLessThanOrEqualTo(6);
        (await app.CountQueries($"{office.Path}/terms")).ShouldBeLessThanOrEqualTo(6);
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        var there = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2034));
        there.AddLevel("政策", false);
        await using var db = office.Open();
        db.AddRange(there, there.Draft("骨子"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        plan = $"{office.Path}/plans/{there.Key}";
    }

    private static Dictionary<string, object?> Term(string from, string to) => new() { ["Form.From"] = from, ["Form.To"] = to };
}
