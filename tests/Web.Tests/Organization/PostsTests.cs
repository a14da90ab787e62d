using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Organization;

public sealed class PostsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_deputy_edits_the_absent_persons_projects_for_the_time_and_the_log_says_so()
    {
        var city = await OfficeCity.Of(app);
        var (deputyName, _) = await app.AccountFor(Role.Entrant, OfficeCity.Own);
        await app.AccountFor(Role.DepartmentHead, OfficeCity.Other);
        await using var db = app.OpenDb();
        var absent = await db.People.FirstAsync(p => p.Name == "DepartmentHeadの職員", TestContext.Current.CancellationToken);
        var deputy = await db.People.FirstAsync(p => db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == deputyName), TestContext.Current.CancellationToken);

        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Browser.GetAsync($"{city.OtherPage}/edit", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await app.SignInAs(Role.PlanningOffice);
        var today = Shirube.Domain.Common.Tokyo.DayOf(DateTime.UtcNow);
        var until = today.AddDays(7);
        var page = await app.SendForm($"{App.Office}/people/{absent.Key}/deputies", new { Deputy = deputy.Key.Value, To = $"{until:yyyy-MM-dd}" }, "#stand-in");
        page.QuerySelector("table")!.TextContent.ShouldContain("代理中");
        (await app.SendForm($"{App.Office}/people/{absent.Key}/deputies", new { Deputy = deputy.Key.Value, To = $"{until:yyyy-MM-dd}" }, "#stand-in")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("もうDepartmentHeadの職員さんの代理になっています。");

        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var edit = await app.Get($"{city.OtherPage}/edit");
        edit.StatusCode.ShouldBe(HttpStatusCode.OK);
        edit.QuerySelector(".office-nav .who")!.TextContent.ShouldContain("DepartmentHeadの職員の代理");
        (await app.SendForm($"{city.OtherPage}/edit", Answers.Of(("Form.Class", "代理で直した区分")))).QuerySelector(".history")!.TextContent.ShouldContain("代理として");
        (await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Class", "自分で直した区分")))).QuerySelector(".history li")!.TextContent.ShouldNotContain("代理として");
        await SetBasisOf("", "代理でまとめて");
        (await LastProcess(city.OwnProject), await LastProcess(city.OtherProject)).ShouldBe(("office-deputy", "office-deputy"), "one save changed the absent person's projects too");
        await SetBasisOf($"?words={Uri.EscapeDataString(city.OwnProject.Name)}", "自分でまとめて");
        (await LastProcess(city.OwnProject)).ShouldBe("office");
        (await app.Browser.GetAsync($"{App.Office}/people", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Get($"{App.Office}/why?operation=EditProject&record={city.OtherProject.Key}")).QuerySelector("[data-answer=yes]")!.TextContent.ShouldContain("DepartmentHeadの職員さんの代理(課長・部長(道路課))として");

        await app.SignInAs(Role.PlanningOffice);
        await app.SendForm($"{App.Office}/people/{absent.Key}/deputies", new { }, "form[action*=End]");
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Browser.GetAsync($"{city.OtherPage}/edit", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task SetBasisOf(string list, string basis)
    {
        var form = FilledForm.On(await app.Get($"{App.Office}/projects/bulk?field=basis&list={Uri.EscapeDataString(list)}"), "main form[method=post]", Answers.Of(("Form.Value", basis)));
        var preview = await App.Parse(await app.Browser.PostAsync($"{App.Office}/projects/bulk?handler=Preview", form.Content(), TestContext.Current.CancellationToken));
        await app.Follow(await app.Browser.PostAsync($"{App.Office}/projects/bulk", FilledForm.On(preview, "main form[method=post]", new Dictionary<string, object?>()).Content(), TestContext.Current.CancellationToken));
    }

    private async Task<string> LastProcess(Project project)
    {
        await using var db = app.OpenDb();
        return (await db.ChangeLog.OfAsync([project.Id.Value], take: 1)).Single().Process;
    }

    [Fact]
    public async Task Posts_are_added_made_the_main_one_put_right_and_taken_back()
    {
        await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
        var person = Person.Join($"見本{Guid.NewGuid():N}");
        await app.Given(person);
        var path = $"{App.Office}/people/{person.Key}";
        await app.SendForm(path, new { Role = "入力担当", Department = OfficeCity.Own }, "#assign");
        var page = await app.SendForm(path, new { Role = "入力担当", Department = OfficeCity.Other, From = "2090-04-01", main = true }, "#assign");
        Rows(page).ShouldContain(r => r.Contains("入力担当(道路課)") && r.Contains("これから") && r.Contains("本務"));
        page = await app.SendForm(path, new { last = "2090-03-31" }, "form[action*=Reschedule]");
        Rows(page).ShouldContain(r => r.Contains("入力担当(こども家庭課)") && r.Contains("2090") || r.Contains("令和72年3月31日まで"));
        (await app.SendForm(path, new { last = "1990-03-31" }, "form[action*=Reschedule]")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("終わりが始まりより前です。");
        page = await app.SendForm(path, new { Role = "入力担当", Department = OfficeCity.Own }, "#assign");
        page.QuerySelector("main .note-warn")!.TextContent.ShouldContain("二重になっています");
        var before = Rows(page).Count;
        Rows(await app.SendForm(path, new { }, "form[action*=Cancel]")).Count.ShouldBe(before - 1);
        page = await app.SendForm(path, new { Name = "改姓 花子", StaffNumber = "00123" }, "#rename");
        page.QuerySelector("h1")!.TextContent.ShouldBe("改姓 花子");
        var other = Person.Join("ほかの人");
        await app.Given(other);
        (await app.SendForm($"{App.Office}/people/{other.Key}", new { StaffNumber = "00123" }, "#rename")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("職員番号「00123」は改姓 花子さんのものです。");
    }

    private static List<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll("table tbody tr").Select(r => r.TextContent)];
}
