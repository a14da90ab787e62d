using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Evaluation;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Organization;

public sealed class WhyTests(App app) : IClassFixture<App>
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task The_explanation_says_yes_exactly_where_the_page_opens(Role role)
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(role, role is Role.Entrant or Role.DepartmentHead ? OfficeCity.Own : null);
        await using var db = app.OpenDb();
        var department = await db.Departments.FirstAsync(d => d.Name == OfficeCity.Own, TestContext.Current.CancellationToken);
        var round = await OpenedRound.Of(app, city);
        var asked = 0;
        foreach (var operation in Enum.GetValues<Operation>())
            foreach (var project in new[] { city.OwnProject, city.OtherProject })
            {
                var (address, record) = operation switch
                {
                    Operation.Read => ($"projects/{project.Key}", project.Key.Value),
                    Operation.EditProject => ($"projects/{project.Key}/edit", project.Key.Value),
                    Operation.EditPlan => ($"plans/{city.Plan.Key}/edit", city.Plan.Key.Value),
                    Operation.Import => ("imports", ""),
                    Operation.Publish => ("releases/new", ""),
                    Operation.ManageDepartments => ($"departments/{department.Key}", department.Key.Value),
                    Operation.ManagePeople => ("people", ""),
                    Operation.RunEvaluation => ("evaluations/new", ""),
                    Operation.AnswerSheet => ($"sheets/{round.SheetOf(project.Key).Key}", round.SheetOf(project.Key).Key.Value),
                    Operation.ApproveSheet => ($"evaluations/{round.Round.Key}/sheets", ""),
                    _ => ("calls/new", ""),
                };
                var page = await app.Get($"{App.Office}/{address}");
                // why: everybody reads sheets; what the operation gives is what the page offers to do.
                var opens = page.StatusCode == HttpStatusCode.OK && (operation is not (Operation.AnswerSheet or Operation.ApproveSheet) || page.QuerySelector("#sheet[data-answers=on], input[name=Chosen]") is not null);
                var why = await app.Get($"{App.Office}/why?operation={operation}&record={record}");
                why.QuerySelector("[data-answer]").ShouldNotBeNull($"{role} {operation}").GetAttribute("data-answer").ShouldBe(opens ? "yes" : "no", $"{role} {operation} {project.Name}");
                why.QuerySelectorAll("[data-answer] li").Length.ShouldBeGreaterThan(0);
                asked++;
            }
        asked.ShouldBe(2 * Enum.GetValues<Operation>().Length);
    }

    [Fact]
    public async Task A_refused_page_leads_to_the_explanation_which_names_the_owner_and_whom_to_ask()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var refused = await app.Get($"{city.OtherPage}/edit");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var why = await app.Get(refused.QuerySelector("main a[href*=why]").ShouldNotBeNull().GetAttribute("href")!);
        var words = why.QuerySelector("[data-answer=no]").ShouldNotBeNull().TextContent;
        words.ShouldContain("「市道改良事業」の所管は、道路課です。");
        words.ShouldContain("入力担当(こども家庭課)でできるのは、こども家庭課とその下の部課のものだけです。");
        words.ShouldContain("道路課の入力担当・課長・部長か、政策企画の人に依頼してください。");
        words.ShouldContain("政策企画または管理者に依頼してください。");
        why.QuerySelector("select[name=person]").ShouldBeNull("only who manages people asks for others");
        (await app.Get($"{App.Office}/people")).QuerySelector("main a[href*='why?operation=ManagePeople']").ShouldNotBeNull();
        (await app.Get($"{App.Office}/why")).QuerySelector(".office-nav a[href$='/why']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_head_of_a_division_reads_by_which_path_a_project_is_reached_and_an_administrator_asks_for_others()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.DepartmentHead, "福祉部");
        (await app.Get($"{App.Office}/why?operation=EditProject&record={city.OwnProject.Number}")).QuerySelector("[data-answer=yes]")!.TextContent.ShouldContain("福祉部の下にあるこども家庭課のものなのでできます(位置: 福祉部 › こども家庭課)");
        await using var db = app.OpenDb();
        var head = await db.People.FirstAsync(p => p.Name == "DepartmentHeadの職員" && p.Assignments.Any(a => db.Departments.Any(d => d.Id == a.DepartmentId && d.Name == "福祉部")), TestContext.Current.CancellationToken);
        await app.SignInAs(Role.Administrator);
        var page = await app.SendForm($"{App.Office}/why", new { person = head.Key.Value, operation = "EditProject", Record = "産後ケア事業" });
        page.QuerySelector("[data-answer]")!.TextContent.ShouldContain("DepartmentHeadの職員さんは、");
        (await app.Get($"{App.Office}/why?operation=EditProject&record=ない事業")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("「ない事業」が見つかりません。");
    }

    [Fact]
    public async Task An_opened_plan_says_that_it_is_locked()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
        await using (var db = app.OpenDb())
        {
            var edition = await db.Editions.FirstAsync(e => e.PlanId == city.Plan.Id, TestContext.Current.CancellationToken);
            var person = await db.People.FirstAsync(TestContext.Current.CancellationToken);
            edition.Open(person.Id, DateTime.UtcNow);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var why = await app.Get($"{App.Office}/why?operation=EditPlan&record={city.Plan.Key}");
        why.QuerySelector("[data-answer=yes]")!.TextContent.ShouldContain("いまは止まっています");
    }
}
