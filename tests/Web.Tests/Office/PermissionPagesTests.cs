using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

public sealed class PermissionPagesTests(App app) : IClassFixture<App>
{
    private static readonly Dictionary<string, Operation> Pages = new()
    {
        [""] = Operation.Read, ["projects"] = Operation.Read, ["plans"] = Operation.Read, ["indicators"] = Operation.Read, ["departments"] = Operation.Read, ["changes"] = Operation.Read, ["why"] = Operation.Read,
        ["projects/new"] = Operation.EditProject, ["plans/new"] = Operation.EditPlan, ["people"] = Operation.ManagePeople,
    };

    [Theory]
    [InlineData(Role.PlanningOffice, 14), InlineData(Role.Entrant, 11), InlineData(Role.Reader, 11), InlineData(Role.Administrator, 12)]
    public async Task The_navigation_leads_only_to_what_a_role_may_open(Role role, int entries)
    {
        await OfficeCity.Of(app);
        await app.SignInAs(role, role is Role.Entrant ? OfficeCity.Own : null);
        var links = (await app.Get($"{App.Office}/")).QuerySelectorAll<IHtmlAnchorElement>("nav[aria-label=業務] a:not([data-keys-open])").ToList();
        links.Count.ShouldBe(entries);
        foreach (var link in links)
            (await app.Get(link.Href)).StatusCode.ShouldBe(HttpStatusCode.OK, link.TextContent);
    }

    [Theory]
    [InlineData(Role.PlanningOffice)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Entrant)]
    [InlineData(Role.DepartmentHead)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task A_role_sees_the_pages_it_may_use_and_is_told_which_role_the_others_need(Role role)
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(role, role is Role.Entrant or Role.DepartmentHead ? OfficeCity.Own : null);
        var own = city.OwnPage[(App.Office.Length + 1)..];
        var item = city.ItemPage(0)[(App.Office.Length + 1)..];
        foreach (var (page, operation) in Pages.Concat([new(own, Operation.Read), new($"{own}/edit", Operation.EditProject), new($"{own}/money", Operation.EditProject), new($"{item}/move", Operation.EditPlan), new($"{item}/edit", Operation.EditPlan)]))
        {
            var response = await app.Browser.GetAsync($"{App.Office}/{page}");
            var allowed = Permissions.ScopeOf(role, operation) != Scope.None;
            response.StatusCode.ShouldBe(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {page}");
            if (!allowed)
                (await response.Content.ReadAsStringAsync()).ShouldMatch("」には、政策企画.*の役割が必要です。");
        }
    }

    [Theory]
    [InlineData(Role.Entrant)]
    [InlineData(Role.DepartmentHead)]
    public async Task A_department_edits_its_own_projects_and_nobody_elses(Role role)
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(role, OfficeCity.Own);
        (await app.Get(city.OwnPage)).QuerySelector($"a[href='{city.OwnPage}/edit']").ShouldNotBeNull();
        (await app.Get(city.OtherPage)).QuerySelector($"a[href='{city.OtherPage}/edit']").ShouldBeNull();
        foreach (var page in new[] { "edit", "money" })
        {
            (await app.Browser.GetAsync($"{city.OwnPage}/{page}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            var refused = await app.Browser.GetAsync($"{city.OtherPage}/{page}");
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("ほかの部課のものなので、変更できません。");
        }
    }

    [Fact]
    public async Task A_form_of_the_own_project_sent_to_another_departments_changes_nothing()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var form = FilledForm.On(await app.Get($"{city.OwnPage}/edit"), null, Answers.Of(("Form.Name", "書き換え")));
        var response = await app.Browser.PostAsync($"{city.OtherPage}/edit", form.Content());
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var db = app.OpenDb();
        (await db.Projects.SingleAsync(p => p.Id == city.OtherProject.Id)).Name.ShouldBe("市道改良事業");
    }

    [Fact]
    public async Task The_head_of_a_division_edits_what_lies_below_it()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.DepartmentHead, "福祉部");
        (await app.Browser.GetAsync($"{city.OwnPage}/edit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Browser.GetAsync($"{city.OtherPage}/edit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_entrant_adds_projects_to_the_own_department_only()
    {
        await OfficeCity.Of(app);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.Get($"{App.Office}/projects/new");
        page.QuerySelectorAll("select[name='Form.Department'] option").Select(o => o.TextContent.Trim('\u3000')).ShouldBe(["(登録しない)", OfficeCity.Own]);
        var after = await app.SendForm($"{App.Office}/projects/new", Answers.Of(("Form.Name", "どこのものでもない事業"), ("Form.Department", "")));
        after.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("部課が選ばれていません。");
        after.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe("どこのものでもない事業");
        (await app.SendForm($"{App.Office}/projects/new", Answers.Of(("Form.Name", "新しい事業"), ("Form.Department", OfficeCity.Own)))).QuerySelector("h1")!.TextContent.ShouldContain("新しい事業");
    }

    [Fact]
    public async Task A_person_whose_role_has_ended_sees_nothing_more()
    {
        await OfficeCity.Of(app);
        await app.SignInAs(Role.Reader, OfficeCity.Other);
        await using var db = app.OpenDb();
        var (user, _) = await app.AccountFor(Role.Reader, OfficeCity.Other);
        var person = await db.People.Include(p => p.Assignments).SingleAsync(p => db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == user));
        person.End(person.Assignments[0].Id, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-3)));
        await db.SaveChangesAsync();
        (await app.Browser.GetAsync($"{App.Office}/projects")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_address_that_is_none_is_answered_by_a_page_of_the_office()
    {
        await app.SignInAs(Role.Reader);
        var page = await app.Get($"{App.Office}/projects/zzzzzzz");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldBe("ページが見つかりません");
        page.QuerySelector(".office-nav").ShouldNotBeNull();
    }
}
