using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

public sealed class SignInTests(App app) : IClassFixture<App>
{
    private static string SignIn => $"{App.Office}/sign-in";

    [Fact]
    public async Task Nobody_sees_the_office_before_signing_in()
    {
        var response = await app.NewBrowser().GetAsync($"{App.Office}/projects");
        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldContain("/sign-in?return=");
    }

    [Fact]
    public async Task Somebody_signs_in_sees_the_own_name_and_signs_out()
    {
        await app.SignInAs(Role.Reader);
        var page = await app.Get($"{App.Office}/");
        page.QuerySelector(".who")!.TextContent.ShouldContain("閲覧");
        await app.SendForm($"{App.Office}/", new { }, ".who form");
        (await app.Browser.GetAsync($"{App.Office}/")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_sign_in_cookie_stays_within_its_municipality_and_away_from_scripts()
    {
        var (name, password) = await app.AccountFor(Role.Reader);
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(SignIn)), null, new { UserName = name, Password = password });
        var cookie = (await browser.PostAsync(SignIn, form.Content())).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("shirube.office=", StringComparison.Ordinal));
        cookie.ShouldContain($"path={App.Office}", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldNotContain("expires", Case.Insensitive);
    }

    [Fact]
    public async Task A_person_of_one_municipality_is_nobody_in_another()
    {
        var (name, password) = await app.AccountFor(Role.PlanningOffice);
        var elsewhere = MunicipalityCode.Parse("032034");
        var catalogue = new Catalogue(app.DataFolder, TimeProvider.System);
        if (catalogue.Find(elsewhere) is null)
            catalogue.Create(elsewhere, "となりの市");
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(SignIn)), null, new { UserName = name, Password = password });
        var cookie = (await browser.PostAsync(SignIn, form.Content())).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("shirube.office=", StringComparison.Ordinal)).Split(';')[0];
        (await Ask(browser, $"{App.Office}/projects", cookie)).ShouldBe(HttpStatusCode.OK);
        (await Ask(app.NewBrowser(), $"/office/{elsewhere}/projects", cookie)).ShouldBe(HttpStatusCode.Found);
        var there = FilledForm.On(await App.Parse(await browser.GetAsync($"/office/{elsewhere}/sign-in")), null, new { UserName = name, Password = password });
        (await (await browser.PostAsync($"/office/{elsewhere}/sign-in", there.Content())).Content.ReadAsStringAsync()).ShouldContain("サインインできませんでした。アカウント名かパスワードが違うか");
    }

    [Fact]
    public async Task Five_wrong_tries_lock_an_account_for_a_while_and_a_name_that_is_none_is_answered_alike()
    {
        var (name, password) = await app.AccountFor(Role.Finance);
        var answers = new HashSet<string>();
        foreach (var user in new[] { name, "dare-mo-inai" })
        {
            for (var i = 0; i < 5; i++)
                answers.Add(await Try(user, "まちがった合言葉です"));
            answers.Add(await Try(user, password));
        }
        answers.ShouldHaveSingleItem().ShouldContain("サインインできませんでした。");
        app.Clock.Advance(TimeSpan.FromMinutes(15.1));
        await app.SignInAs(Role.Finance);
    }

    [Fact]
    public async Task After_signing_in_one_comes_back_to_where_one_wanted_and_never_to_another_site()
    {
        var (name, password) = await app.AccountFor(Role.Reader);
        (await Landing($"{SignIn}?return={Uri.EscapeDataString($"{App.Office}/plans")}")).ShouldBe($"{App.Office}/plans");
        (await Landing($"{SignIn}?return={Uri.EscapeDataString("//boso.example/")}")).ShouldBe($"{App.Office}/");
        (await Landing($"{SignIn}?return={Uri.EscapeDataString("https://boso.example/")}")).ShouldBe($"{App.Office}/");

        async Task<string> Landing(string path)
        {
            var browser = app.NewBrowser();
            var form = FilledForm.On(await App.Parse(await browser.GetAsync(path)), null, new { UserName = name, Password = password });
            return (await browser.PostAsync(path, form.Content())).Headers.Location!.ToString();
        }
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused()
    {
        var response = await app.NewBrowser().PostAsync(SignIn, new FormUrlEncodedContent([KeyValuePair.Create("UserName", "a"), KeyValuePair.Create("Password", "b")]));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_invited_person_sets_up_the_account_once()
    {
        var link = await Invite("招待 一郎", "課長・部長", OfficeCity.Own);
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(link)), null, new { UserName = "招待一郎", Password = "みずうみ-さんぽ-あさごはん", Again = "みずうみ-さんぽ-あさごはん" });
        var done = await browser.PostAsync(link, form.Content());
        done.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await (await browser.GetAsync($"{App.Office}/")).Content.ReadAsStringAsync()).ShouldContain("招待 一郎");
        (await (await app.NewBrowser().GetAsync(link)).Content.ReadAsStringAsync()).ShouldContain("この招待はすでに使われています。");
        (await browser.PostAsync(link, form.Content())).Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task An_invitation_ends_after_fourteen_days()
    {
        var link = await Invite("招待 二郎", "reader", null);
        app.Clock.Advance(TimeSpan.FromDays(14.1));
        try
        {
            (await (await app.NewBrowser().GetAsync(link)).Content.ReadAsStringAsync()).ShouldContain("期限(14日)が過ぎています。");
        }
        finally
        {
            app.Clock.Advance(TimeSpan.FromDays(-14.1));
        }
    }

    [Theory]
    [InlineData("みじかい", "12文字より短いです。")]
    [InlineData("password2026", "よく使われるもので")]
    [InlineData("奥州市奥州市奥州市奥州市", "よく使われるもので")]
    [InlineData("123456789012", "よく使われるもので")]
    [InlineData("shokuin3-no-aikotoba", "アカウント名が入っています。")]
    [InlineData("招待三郎のとてもながいことば", "自分の名前が入っています。")]
    [InlineData("大好きな奥州市で静かにくらす", "団体の名前が入っています。")]
    public async Task A_weak_password_is_refused_and_the_invitation_stays_good(string password, string sentence)
    {
        var link = await Invite("招待 三郎", "政策企画", null);
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(link)), null, new { UserName = "shokuin3", Password = password, Again = password });
        var page = await App.Parse(await browser.PostAsync(link, form.Content()));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        page.QuerySelector("input[name=UserName]")!.GetAttribute("value").ShouldBe("shokuin3");
        (await (await browser.GetAsync(link)).Content.ReadAsStringAsync()).ShouldContain("パスワードを決めてください");
    }

    [Fact]
    public async Task An_invitation_to_somebody_with_an_account_sets_a_new_password_and_ends_the_old_sign_in()
    {
        await app.SignInAs(Role.Entrant, OfficeCity.Other);
        var before = app.Browser;
        await using (var db = app.OpenDb())
        {
            var (user, _) = await app.AccountFor(Role.Entrant, OfficeCity.Other);
            var person = await db.People.SingleAsync(p => db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == user));
            var invited = await new Invitations(db, app.Clock).Invite(person, null);
            await db.SaveChangesAsync();
            var link = invited.Path(App.Code);
            var browser = app.NewBrowser();
            var form = FilledForm.On(await App.Parse(await browser.GetAsync(link)), null, new { Password = "あたらしい-ながい-ことば", Again = "あたらしい-ながい-ことば" });
            (await browser.PostAsync(link, form.Content())).StatusCode.ShouldBe(HttpStatusCode.Found);
        }
        (await before.GetAsync($"{App.Office}/")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private async Task<string> Invite(string name, string role, string? department)
    {
        await OfficeCity.Of(app);
        await using var db = app.OpenDb();
        var invited = await new Invitations(db, app.Clock).Invite(name, role, department);
        await db.SaveChangesAsync();
        (await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == invited.Invitation.Id)).TokenHash.ShouldNotContain(invited.Token);
        return invited.Path(App.Code);
    }

    private async Task<string> Try(string user, string password)
    {
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(SignIn)), null, new { UserName = user, Password = password });
        return (await App.Parse(await browser.PostAsync(SignIn, form.Content()))).QuerySelector("[data-error-summary]")!.TextContent;
    }

    private static async Task<HttpStatusCode> Ask(HttpClient browser, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        return (await browser.SendAsync(request)).StatusCode;
    }
}
