using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

/// <summary>Calls for entries, from opening one to the last blank field, and the start page they fill.</summary>
public sealed class CallPagesTests : IAsyncLifetime
{
    private App app = null!;
    private OfficeCity city = null!;

    private static string Calls => $"{App.Office}/calls";
    private static string Due => Tokyo.DayOf(DateTime.UtcNow).AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        app = new App();
        city = await OfficeCity.Of(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_call_is_looked_at_before_it_is_made_and_counts_the_projects_of_the_departments_below()
    {
        var page = await Open("Preview");
        page.QuerySelector("#preview h2")!.TextContent.ShouldBe("対象 1件・1課");
        await using var db = app.OpenDb();
        (await db.EntryCalls.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        page = await Open(null);
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("令和7年度の入力");
        page.QuerySelectorAll("#board ~ .table-wrap tbody tr").Single().TextContent.ShouldContain(OfficeCity.Own);
    }

    [Fact]
    public async Task A_call_that_was_looked_at_is_made_from_the_page_that_shows_what_it_asks()
    {
        var preview = await Open("Preview");
        var form = FilledForm.On(preview, "main form", new { });
        using var content = form.Content();
        var page = await App.Parse(await app.Follow(await app.Browser.PostAsync(new Uri(new Uri(preview.Url), form.Action), content, TestContext.Current.CancellationToken)));
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("令和7年度の入力");
        page.QuerySelector("#board").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_call_that_asks_nothing_of_anybody_is_refused_and_not_kept()
    {
        var page = await Open(null, ("Form.RunsIn", "2020"), ("Form.Departments", await IdOf("こども相談室")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("条件に合う事務事業が1件もありません。");
        page.QuerySelector<IHtmlInputElement>("#Form_Title")!.Value.ShouldBe("令和7年度の入力");
        await using var db = app.OpenDb();
        (await db.EntryCalls.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_clerk_is_led_from_the_start_page_through_every_blank_field_to_the_end()
    {
        await Open(null);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var start = await app.Get($"{App.Office}/");
        start.QuerySelector(".due")!.TextContent.ShouldContain("あと5日");
        start.QuerySelector(".due")!.TextContent.ShouldContain("1件のうち残り1件");
        var call = await app.Get(start.QuerySelector<IHtmlAnchorElement>(".due a")!.PathName);
        call.QuerySelectorAll(".call-stops a").Select(a => a.TextContent).ShouldBe(["対象を入力する", "令和7年度の決算額を入力する", "「訪問した割合」の令和7年度の実績値を入力する"], call.QuerySelector(".facts")!.TextContent);

        var next = call.QuerySelectorAll<IHtmlAnchorElement>("a").Single(a => a.TextContent == "次の未入力へ").PathName;
        var text = await app.Get(next);
        text.QuerySelector(".call-lead")!.TextContent.ShouldContain("空いているところ: 対象、令和7年度の決算額");
        var money = await app.SendForm(At(text), Answers.Of(("Form.Target", "産後の母子")));
        money.QuerySelector("h1")!.TextContent.ShouldBe("お金と人を編集する");
        var indicator = await app.SendForm(At(money), Answers.Of(("Form.Cells[2025-Total]", "1,000")), "form[method=post]:has(#Form_Cells_2025-Total_)");
        indicator.QuerySelector("h1")!.TextContent.ShouldBe("値と目標を編集する");
        var end = await app.SendForm(At(indicator), Answers.Of(("Form.Cells[2025-actual]", "86"), ("Form.Cells[2025-status]", "Final")));
        end.QuerySelectorAll(".note-good").Select(n => n.TextContent.Trim()).ShouldContain(n => n.Contains("すべて終わりました"));
        (await app.Get($"{App.Office}/")).QuerySelectorAll(".due").ShouldNotContain(d => d.TextContent.Contains("入力の依頼"));
    }

    [Fact]
    public async Task A_project_said_to_be_not_applicable_is_no_longer_due_until_that_is_taken_back()
    {
        var path = new Uri((await Open(null)).Url).AbsolutePath;
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.SendForm(path, new { reason = "" }, "form[action*=NotApplicable]");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("理由が空です。");
        page = await app.SendForm(path, new { reason = "令和6年度で終わった事業のため" }, "form[action*=NotApplicable]");
        page.QuerySelector(".call-rows")!.TextContent.ShouldContain("令和6年度で終わった事業のため");
        (await app.Get($"{App.Office}/")).QuerySelectorAll(".due a").Select(a => a.TextContent).ShouldNotContain("令和7年度の入力");
        page = await app.SendForm(path, new { }, "form[action*=TakeBack]");
        page.QuerySelectorAll("form[action*=NotApplicable]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_department_states_nothing_for_another_departments_project()
    {
        var path = new Uri((await Open(null)).Url).AbsolutePath;
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var form = FilledForm.On(await app.Get(path), "form[action*=NotApplicable]", new { reason = "よその事業" });
        var sent = (await form.Content().ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(city.OwnProject.Key.Value, city.OtherProject.Key.Value, StringComparison.Ordinal);
        var answer = await app.Browser.PostAsync($"{path}?handler=NotApplicable", new StringContent(sent, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Browser.GetAsync($"{Calls}/new", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_last_day_is_moved_with_its_reason_in_the_log_and_a_closed_call_is_due_nowhere()
    {
        var path = new Uri((await Open(null)).Url).AbsolutePath;
        var page = await app.SendForm($"{path}/due", new { Due = "2030-03-29", Reason = "" });
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("理由が空です。");
        await app.SendForm($"{path}/due", new { Due = "2030-03-29", Reason = "議会の日程のため" });
        (await app.Get($"{path}/due")).QuerySelector(".history")!.TextContent.ShouldContain("議会の日程のため");
        (await app.Get(path)).QuerySelector(".facts")!.TextContent.ShouldContain("令和12年3月29日");
        page = await app.SendForm(path, new { }, "form[action*=Close]");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("締め切りました");
        (await app.Get($"{App.Office}/")).QuerySelectorAll(".due a").Select(a => a.TextContent).ShouldNotContain("令和7年度の入力");
        (await app.SendForm(path, new { }, "form[action*=Reopen]")).QuerySelector("form[action*=Close]").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_overdue_call_says_by_how_many_days()
    {
        await Open(null);
        app.Clock.Advance(TimeSpan.FromDays(8));
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Get($"{App.Office}/")).QuerySelector(".due .mark-bad")!.TextContent.ShouldContain("期限超過 3日");
    }

    [Fact]
    public async Task The_start_page_asks_the_database_at_most_nine_times()
    {
        await Open(null);
        await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Class", "一般")));
        foreach (var (role, department) in new[] { (Role.PlanningOffice, (string?)null), (Role.Entrant, OfficeCity.Own) })
        {
            await app.SignInAs(role, department);
            await app.Get($"{App.Office}/");
            var queries = await CountedQueries.During(() => app.Get($"{App.Office}/"));
            queries.Count.ShouldBeLessThanOrEqualTo(9, $"{role}: {string.Join("\n\n", queries)}");
        }
    }

    [Fact]
    public async Task What_somebody_else_changed_in_a_record_of_my_department_is_shown_and_my_own_saves_lead_on()
    {
        await app.SignInAs(Role.PlanningOffice);
        await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Class", "一般")));
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        await app.SendForm($"{city.OwnPage}/money", Answers.Of(("Form.Cells[2024-Total]", "2,000")), "form[method=post]:has(#Form_Cells_2024-Total_)");
        var page = await app.Get($"{App.Office}/");
        page.QuerySelector("section:has(#mine) a[href$='/money']").ShouldNotBeNull();
        page.QuerySelector("section:has(#others)")!.TextContent.ShouldContain("産後ケア事業");
        page.QuerySelector("section:has(#others)")!.TextContent.ShouldContain("PlanningOfficeの職員");
        await app.SignInAs(Role.Entrant, OfficeCity.Other);
        (await app.Get($"{App.Office}/")).QuerySelector("section:has(#others)")!.TextContent.ShouldNotContain("産後ケア事業");
    }

    private static string At(IHtmlDocument page) => new Uri(page.Url).PathAndQuery;

    private async Task<string> IdOf(string department)
    {
        await using var db = app.OpenDb();
        return (await db.Departments.SingleAsync(d => d.Name == department)).Id.Value.ToString();
    }

    /// <summary>Opens (or looks at) a call for three kinds of field of one department's projects.</summary>
    private async Task<IHtmlDocument> Open(string? handler, params (string Name, string Value)[] other)
    {
        await app.SignInAs(Role.PlanningOffice);
        var page = await app.Get($"{Calls}/new");
        List<(string Name, string Value)> fields = [("Form.Title", "令和7年度の入力"), ("Form.Fields", "Target"), ("Form.Fields", "Settlement"), ("Form.Fields", "Actuals"), ("Form.Year", "R7"), ("Form.Due", Due), ("Form.Departments", await IdOf("福祉部"))];
        fields.RemoveAll(f => other.Any(o => o.Name == f.Name && o.Name != "Form.Fields"));
        fields.AddRange(other);
        foreach (var name in fields.Select(f => f.Name).Distinct())
            page.QuerySelector($"main [name='{name}']").ShouldNotBeNull(name);
        fields.Add(("__RequestVerificationToken", page.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value));
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await App.Parse(await app.Follow(await app.Browser.PostAsync($"{Calls}/new{(handler is null ? "" : $"?handler={handler}")}", content)));
    }
}
