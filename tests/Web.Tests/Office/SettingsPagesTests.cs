using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

public sealed class SettingsPagesTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Values_and_targets_are_entered_with_status_and_the_first_target_stays_in_sight()
    {
        var path = $"{App.Office}/indicators/{city.Indicator.Key}";
        var refused = await app.SendForm($"{path}/edit", Answers.Of(("Form.Cells[2030-target]", "90")));
        refused.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("令和12年度の目標を変えるには、理由が必要です。");
        refused.QuerySelector("[name='Form.Cells[2030-target]']")!.GetAttribute("value").ShouldBe("90");
        var page = await app.SendForm($"{path}/edit", Answers.Of(("Form.Cells[2030-target]", "90"), ("Form.Cells[2025-actual]", "８６．１"), ("Form.Cells[2025-status]", "速報"), ("Reason", "国の基準が変わったため")));
        page.Body!.TextContent.ShouldContain("86.1");
        page.Body!.TextContent.ShouldContain("速報");
        page.Body!.TextContent.ShouldContain("国の基準が変わったため");
        page.QuerySelectorAll("table").Last().QuerySelectorAll("tbody td.num").Select(c => c.TextContent).ShouldBe(["95%", "90%"]);
    }

    [Theory]
    [InlineData("2025-actual", "多い", "「多い」を数として読めません。")]
    [InlineData("2025-status", "NotKnown+5", "指標の値と状態が合いません。")]
    public async Task A_value_that_cannot_be_is_refused(string cell, string typed, string sentence)
    {
        var answers = typed.Contains('+') ? Answers.Of(("Form.Cells[2025-status]", typed.Split('+')[0]), ("Form.Cells[2025-actual]", typed.Split('+')[1])) : Answers.Of(($"Form.Cells[{cell}]", typed));
        var page = await app.SendForm($"{App.Office}/indicators/{city.Indicator.Key}/edit", answers);
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        await using var db = app.OpenDb();
        (await db.Set<Shirube.Domain.Indicators.Actual>().CountAsync(a => a.IndicatorId == city.Indicator.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task An_indicator_is_added_to_a_project()
    {
        await app.SendForm($"{App.Office}/indicators/new?project={city.OwnProject.Key}", Answers.Of(("Form.Name", "利用した人数"), ("Form.Unit", "人")));
        (await app.Get(city.OwnPage)).QuerySelectorAll("h3").Select(h => h.TextContent).ShouldContain("利用した人数");
        (await app.Get($"{App.Office}/indicators?Words=利用した人数")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_department_is_added_moved_and_abolished_and_a_circle_is_refused()
    {
        var name = $"新しい課{Guid.NewGuid():N}";
        await app.SendForm($"{App.Office}/departments", new { Name = name, Parent = "福祉部", From = "2026" }, "#add");
        await using var db = app.OpenDb();
        var department = await db.Departments.SingleAsync(d => d.Name == name);
        var head = await db.Departments.SingleAsync(d => d.Name == "福祉部");
        (await app.Get($"{App.Office}/departments/{head.Key}")).QuerySelectorAll<IHtmlOptionElement>("select[name='Form.Parent'] option").Select(o => o.Text.Trim('\u3000')).ShouldNotContain(name);
        var form = FilledForm.On(await app.Get($"{App.Office}/departments/{head.Key}"), null, new { });
        var sent = (await form.Content().ReadAsStringAsync()).Replace("Form.Parent=", $"Form.Parent={department.Id.Value}", StringComparison.Ordinal);
        var page = await App.Parse(await app.Browser.PostAsync($"{App.Office}/departments/{head.Key}", new StringContent(sent, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("その下にある部課の下へ移すことはできません。");
        (await app.SendForm($"{App.Office}/departments/{department.Key}", Answers.Of(("Form.To", "2020")))).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("終わりが始まりより前です。");
        await app.SendForm($"{App.Office}/departments/{department.Key}", Answers.Of(("Form.To", "令和8")));
        (await app.Get($"{App.Office}/departments?year=2026")).Body!.TextContent.ShouldContain(name);
        (await app.Get($"{App.Office}/departments?year=2027")).Body!.TextContent.ShouldNotContain(name);
    }

    [Fact]
    public async Task Two_departments_of_one_name_under_one_parent_are_refused()
    {
        var page = await app.SendForm($"{App.Office}/departments", new { Name = OfficeCity.Own, Parent = "福祉部" }, "#add");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("すでにあります。");
    }

    [Fact]
    public async Task A_person_is_invited_gets_a_second_post_and_loses_it()
    {
        var name = $"見本{Guid.NewGuid():N}";
        var page = await app.SendForm($"{App.Office}/people", new { Name = name, Role = "入力担当", Department = OfficeCity.Own }, "#invite");
        page.QuerySelector<IHtmlInputElement>("#invitation-link")!.Value.ShouldContain($"{App.Office}/invitation/");
        page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(name)).TextContent.ShouldContain($"入力担当({OfficeCity.Own})");
        var address = page.QuerySelectorAll<IHtmlAnchorElement>("tbody a").Single(a => a.Text == name).PathName;
        (await app.SendForm(address, new { Role = "閲覧" }, "#assign")).QuerySelectorAll("table tbody tr").Length.ShouldBe(2);
        (await app.SendForm(address, new { }, "form[action*=End]")).QuerySelectorAll("form[action*=End]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_entrant_without_a_department_is_not_invited()
    {
        var page = await app.SendForm($"{App.Office}/people", new { Name = "見本 次郎", Role = "入力担当" }, "#invite");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("この役割には部課が必要です。");
        page.QuerySelector("input[name=Name]")!.GetAttribute("value").ShouldBe("見本 次郎");
        await using var db = app.OpenDb();
        (await db.People.AnyAsync(p => p.Name == "見本 次郎")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_one_who_manages_people_keeps_the_role()
    {
        await using var db = app.OpenDb();
        var person = await db.People.SingleAsync(p => p.Name == "PlanningOfficeの職員");
        var page = await app.SendForm($"{App.Office}/people/{person.Key}", new { }, "form[action*=End]");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("職員を管理できる人がひとりもいなくなる");
    }

    [Fact]
    public async Task The_start_page_says_what_is_missing_and_what_changed()
    {
        await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Class", "一般")));
        var page = await app.Get($"{App.Office}/");
        page.QuerySelector("h1")!.TextContent.ShouldBe("私の作業");
        page.QuerySelector(".recent")!.TextContent.ShouldContain("産後ケア事業");
        (await app.Get($"{App.Office}/changes")).QuerySelectorAll(".history > li").Length.ShouldBeGreaterThan(3);
    }
}
