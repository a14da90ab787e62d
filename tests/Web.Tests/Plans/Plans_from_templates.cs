using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Plans;
using Shouldly;
using Web.Tests.Office;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Plans_from_templates(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_long_term_vision_begins_with_its_five_parts_and_carries_no_projects()
    {
        await app.SignInAs(Role.PlanningOffice);
        var page = await app.SendForm($"{App.Office}/plans/new?template=vision", Answers.Of(("Form.Name", "次の長期ビジョン"), ("Form.First", "令和9")), "main form[method=post]");
        page.QuerySelectorAll(".tree .tree-row").Select(r => string.Join(' ', r.QuerySelectorAll(".tree-code, a").Select(e => e.TextContent.Trim())))
            .ShouldBe(["1 まちづくりの視点", "2 まちづくりの理念", "3 めざすべき都市像", "4 まちづくりの基本目標", "5 行財政運営の考え方"]);
        await using var db = app.OpenDb();
        var plan = await db.Plans.Include(p => p.Levels).SingleAsync(p => p.Name == "次の長期ビジョン", TestContext.Current.CancellationToken);
        (plan.Kind, plan.Levels.Any(l => l.CarriesProjects)).ShouldBe((PlanKind.Vision, false));
    }

    [Fact]
    public async Task Every_template_makes_a_plan_as_it_stands_and_is_marked_as_the_chosen_one()
    {
        await app.SignInAs(Role.PlanningOffice);
        foreach (var template in PlanTemplate.All)
        {
            var page = await app.Get($"{App.Office}/plans/new?template={template.Key}");
            page.QuerySelector("main nav[aria-labelledby=templates] a[aria-current]")!.TextContent.ShouldBe(template.Name);
            page.QuerySelector<IHtmlTextAreaElement>("#Levels")!.Value.Trim().Split('\n').ShouldBe(template.Levels);
            page = await app.SendForm($"{App.Office}/plans/new?template={template.Key}", Answers.Of(("Form.Name", $"ひな形の{template.Name}"), ("Form.First", "2027")), "main form[method=post]");
            page.QuerySelector("h1")!.TextContent.ShouldBe($"ひな形の{template.Name}");
            await using var db = app.OpenDb();
            var plan = await db.Plans.Include(p => p.Levels).SingleAsync(p => p.Name == $"ひな形の{template.Name}", TestContext.Current.CancellationToken);
            plan.Levels.Select(l => l.Name).ShouldBe(template.Levels);
            plan.Levels.Any(l => l.CarriesProjects).ShouldBe(plan.Kind.MayCarryProjects());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_three_layers_of_a_plan_are_made_in_one_step_with_one_name_and_one_period(Engine engine)
    {
        await using var own = new App();
        var office = await OfficeOn.Of(own, engine);
        (await own.Get($"{office.Path}/plans/new")).QuerySelectorAll("main nav[aria-labelledby=templates] a").Select(a => a.GetAttribute("href")).ShouldContain($"{office.Path}/plans/new/layers");
        var page = await own.SendForm($"{office.Path}/plans/new/layers", Answers.Of(("Form.Stem", "第3次見本市総合計画"), ("Form.First", "令和9"), ("Form.Last", "令和18"), ("Form.BasicLast", "R13"), ("Form.Outlines", "みんなで創るまち\n健やかに暮らせるまち")), "#layers");
        page.QuerySelector("h1")!.TextContent.ShouldBe("第3次見本市総合計画 基本構想");
        page.QuerySelector("main")!.TextContent.ShouldContain("健やかに暮らせるまち");
        (await own.Get($"{office.Path}/structure")).QuerySelectorAll(".layer h3 a").Select(a => a.TextContent).ShouldBe(["第3次見本市総合計画 基本構想", "第3次見本市総合計画 基本計画", "第3次見本市総合計画 実施計画"]);
        await using var db = office.Open();
        var plans = await db.Plans.AsNoTracking().Include(p => p.Levels).OrderBy(p => p.Kind).ToListAsync(TestContext.Current.CancellationToken);
        plans.Select(p => $"{p.Kind} {p.First.Value}-{p.Last?.Value} {string.Join('・', p.Levels.OrderBy(l => l.Order).Select(l => l.Name))}")
            .ShouldBe(["BasicConcept 2027-2036 章・項目", "BasicPlan 2027-2031 政策・施策・基本事業", "ImplementationPlan 2027-2029 政策・施策"]);
        (await db.ItemLinks.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(4, "each policy from the concept to the basic plan, and on to the implementation plan");
        var top = plans[1].Levels.Single(l => l.Order == 1).Id;
        var policy = await db.PlanItems.SingleAsync(i => i.Title == "健やかに暮らせるまち" && i.LevelId == top, TestContext.Current.CancellationToken);
        (await own.Get($"{office.Path}/plans/{plans[1].Key}/{policy.Key}")).QuerySelectorAll<IHtmlAnchorElement>("main a").Count(a => a.TextContent.Contains("健やかに暮らせるまち", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Where_one_of_the_three_layers_cannot_be_made_none_is()
    {
        await app.SignInAs(Role.PlanningOffice);
        foreach (var (field, text, why) in new[] { ("Form.ImplementationLast", "2040", "実施計画の期間が、総合計画の期間(令和9年度から令和18年度)の外に出ています。"), ("Form.Outlines", $"よい大綱\n{new string('長', 301)}", "300字までです"), ("Form.BasicFirst", "いつか", "「いつか」を年度として読めません。"), ("Form.Stem", " ", "総合計画の名前") })
        {
            var page = await app.SendForm($"{App.Office}/plans/new/layers", new Dictionary<string, object?> { ["Form.Stem"] = "第4次総合計画", ["Form.First"] = "2027", ["Form.Last"] = "2036", [field] = text }, "#layers");
            page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(why);
            await using var db = app.OpenDb();
            (await db.Plans.AnyAsync(p => p.Name.StartsWith("第4次総合計画"), TestContext.Current.CancellationToken)).ShouldBeFalse(field);
            (await db.PlanItems.AnyAsync(i => i.Title == "よい大綱", TestContext.Current.CancellationToken)).ShouldBeFalse(field);
        }
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_said_and_nothing_is_made()
    {
        await app.SignInAs(Role.PlanningOffice);
        var page = await app.SendForm($"{App.Office}/plans/new", Answers.Of(("Form.Name", "長い項目の計画"), ("Form.First", "2027"), ("Items", new string('長', 301))), "main form[method=post]");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("300字までです");
        page.QuerySelector<IHtmlTextAreaElement>("#Items")!.Value.Length.ShouldBeGreaterThan(300);
        await using var db = app.OpenDb();
        (await db.Plans.AnyAsync(p => p.Name == "長い項目の計画", TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
