using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Web.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly AccountCity city = new();
    private readonly Project project = Project.Start("901", "産後ケア事業");
    private string user = "";
    private string password = "";

    private string Edit => AccountCity.Page($"projects/{project.Key}/edit");

    public async ValueTask InitializeAsync()
    {
        await city.App.Given(project);
        (user, password) = await city.App.AccountFor(Role.PlanningOffice);
        await city.App.SignInWith(user, password);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task A_session_ends_an_hour_after_the_last_page_and_the_log_says_so()
    {
        for (var i = 0; i < 3; i++)
        {
            city.App.Clock.Advance(TimeSpan.FromMinutes(50));
            (await Ask("projects")).ShouldBe(HttpStatusCode.OK);
        }
        city.App.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Ask("projects")).ShouldBe(HttpStatusCode.Found);
        var log = await city.Log(user);
        log[^1].Result.ShouldBe(SignInOutcome.SessionEnded);
        log[^1].AtUtc.ShouldBe(AccountCity.Morning.UtcDateTime.AddMinutes(210), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy_it_is()
    {
        for (var i = 0; i < 15; i++)
        {
            city.App.Clock.Advance(TimeSpan.FromMinutes(47));
            (await Ask("account/session")).ShouldBe(HttpStatusCode.OK);
        }
        city.App.Clock.Advance(TimeSpan.FromMinutes(16));
        (await Ask("account/session")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_municipality_decides_how_long_a_session_may_idle()
    {
        var page = await city.App.SendForm(AccountCity.Page("sign-ins/rules"), new { IdleMinutes = "3", LogDays = "365" });
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("5分から480分までです。");
        page = await city.App.SendForm(AccountCity.Page("sign-ins/rules"), new { IdleMinutes = "10", LogDays = "90" });
        page.QuerySelector(".note-good").ShouldNotBeNull();
        await city.App.SignInWith(user, password);
        (await city.App.Get(AccountCity.Page(""))).Body!.GetAttribute("data-session-left").ShouldBe("600");
        city.App.Clock.Advance(TimeSpan.FromMinutes(11));
        (await Ask("projects")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_was_typed_survives_the_end_of_the_session_and_comes_back_to_the_same_person()
    {
        var again = await SendAfterTheEnd("休んだあとに送った名前");
        again.QuerySelector("h1")!.TextContent.ShouldBe("サインイン");
        again.QuerySelector(".note")!.TextContent.ShouldContain("送った内容は残っています。");
        again.Source.Text.ShouldNotContain("休んだあとに送った名前");
        var back = await SignInOn(again, user, password);
        back.QuerySelector("h1")!.TextContent.ShouldBe("サインインしました。続きから送れます");
        back.QuerySelector(".kept")!.TextContent.ShouldContain("休んだあとに送った名前");
        back.QuerySelector(".kept")!.TextContent.ShouldNotContain("Form.", customMessage: "what the page carries for itself is nothing a person typed");
        (await Name()).ShouldBe("産後ケア事業");
        await Post(back, FilledForm.On(back, "#resume", new { }));
        (await Name()).ShouldBe("休んだあとに送った名前");
    }

    [Fact]
    public async Task What_was_typed_is_shown_to_nobody_else()
    {
        var again = await SendAfterTheEnd("ひみつの名前");
        var (other, secret) = await city.App.AccountFor(Role.Administrator);
        var after = await SignInOn(again, other, secret);
        after.QuerySelector(".office-nav").ShouldNotBeNull();
        after.Source.Text.ShouldNotContain("ひみつの名前");
        after.QuerySelector("#resume").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_typed_survives_the_second_step_too()
    {
        var (key, _) = await city.SetUpSecondFactor();
        var again = await SendAfterTheEnd("二段階のあとの名前");
        var step = await SignInOn(again, user, password);
        step.QuerySelector("h1")!.TextContent.ShouldBe("確認コードを入力する");
        var back = await Post(step, FilledForm.On(step, null, new { Code = city.CodeNow(key) }));
        await Post(back, FilledForm.On(back, "#resume", new { }));
        (await Name()).ShouldBe("二段階のあとの名前");
    }

    [Fact]
    public async Task A_form_of_a_stranger_is_not_kept()
    {
        var response = await city.App.NewBrowser().PostAsync(Edit, new FormUrlEncodedContent([KeyValuePair.Create("Form.Name", "見知らぬ人")]));
        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldContain("/sign-in?return=");
    }

    [Fact]
    public async Task A_person_sees_the_own_sessions_ends_one_and_all_others()
    {
        var (second, third) = (city.App.NewBrowser(), city.App.NewBrowser());
        foreach (var browser in new[] { second, third })
        {
            browser.DefaultRequestHeaders.UserAgent.ParseAdd(browser == second ? "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0" : "Mozilla/5.0 (iPhone) Version/18.0 Safari/605.1");
            AccountCity.IsIn(await city.PasswordStep(browser, user, password)).ShouldBeTrue();
        }
        var page = await city.App.Get(AccountCity.Page("account"));
        var shown = page.QuerySelectorAll(".sessions > li").ToList();
        shown.Select(s => s.QuerySelector("b")!.TextContent).ShouldBe(["Safari(iPhone)", "Edge(Windows)", "ほかのブラウザー"], ignoreOrder: true);
        shown.Count(s => s.TextContent.Contains("いま使っているところ", StringComparison.Ordinal)).ShouldBe(1);
        var edge = shown.First(s => s.TextContent.Contains("Edge", StringComparison.Ordinal)).QuerySelector("input[name=session]")!.GetAttribute("value")!;
        await city.App.Browser.PostAsync(AccountCity.Page("account?handler=End"), FilledForm.On(page, $".sessions form:has(input[value='{edge}'])", new { }).Content());
        (await second.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await third.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await city.App.SendForm(AccountCity.Page("account"), new { }, "#everywhere");
        (await third.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await Ask("")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended_by_its_number()
    {
        await city.App.SignInAs(Role.Reader);
        var theirs = city.App.Browser;
        await using var db = city.App.OpenDb();
        var reader = await city.AccountOf((await city.App.AccountFor(Role.Reader)).UserName);
        var session = await db.Sessions.SingleAsync(s => s.AccountId == reader.Id);
        await city.App.SignInWith(user, password);
        var form = FilledForm.On(await city.App.Get(AccountCity.Page("account")), "#everywhere", new { });
        var fields = new List<KeyValuePair<string, string>> { KeyValuePair.Create("session", session.Id.ToString()) };
        fields.AddRange((await form.Content().ReadAsStringAsync()).Split('&').Select(f => f.Split('=')).Select(f => KeyValuePair.Create(f[0], Uri.UnescapeDataString(f[1]))));
        (await city.App.Browser.PostAsync(AccountCity.Page("account?handler=End"), new FormUrlEncodedContent(fields))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_asks_no_more_of_the_database_for_its_session_than_for_its_person()
    {
        await city.App.Get(AccountCity.Page("account/password"));
        (await city.App.CountQueries(AccountCity.Page("account/password"))).ShouldBeLessThanOrEqualTo(2);
        city.App.Clock.Advance(TimeSpan.FromMinutes(6));
        (await city.App.CountQueries(AccountCity.Page("account/password"))).ShouldBeLessThanOrEqualTo(3, "the mark that the session is in use, every five minutes");
        (await city.App.CountQueries(AccountCity.Page("account/password"))).ShouldBeLessThanOrEqualTo(2);
    }

    private async Task<HttpStatusCode> Ask(string path) => (await city.App.Browser.GetAsync(AccountCity.Page(path))).StatusCode;

    private async Task<IHtmlDocument> SendAfterTheEnd(string name)
    {
        var page = await city.App.Get(Edit);
        var form = FilledForm.On(page, null, new Dictionary<string, object?> { ["Form.Name"] = name });
        city.App.Clock.Advance(TimeSpan.FromMinutes(90));
        return await App.Parse(await city.App.Browser.PostAsync(Edit, form.Content()));
    }

    private Task<IHtmlDocument> SignInOn(IHtmlDocument page, string name, string secret) => Post(page, FilledForm.On(page, null, new { UserName = name, Password = secret }));

    private async Task<IHtmlDocument> Post(IHtmlDocument page, FilledForm form) =>
        await AccountCity.Follow(city.App.Browser, await city.App.Browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content()));

    private async Task<string> Name()
    {
        await using var db = city.App.OpenDb();
        return await db.Projects.Where(p => p.Id == project.Id).Select(p => p.Name).SingleAsync();
    }
}
