using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Plans;
using Shouldly;
using Web.Tests.Office;
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
