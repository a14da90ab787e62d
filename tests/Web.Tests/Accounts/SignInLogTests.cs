using System.Net;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Accounts;

public sealed class SignInLogTests : IAsyncLifetime
{
    private readonly AccountCity city = new();
    private string user = "";
    private string password = "";

    public async ValueTask InitializeAsync() => (user, password) = await city.App.AccountFor(Role.Administrator);

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task Every_try_is_logged_and_a_name_that_is_none_only_by_its_mark()
    {
        await city.PasswordStep(city.App.NewBrowser(), "パスワードをここに打った", "どこかのことば");
        await city.PasswordStep(city.App.NewBrowser(), user, "ちがうことばです");
        await city.App.SignInWith(user, password);
        await city.App.SendForm(AccountCity.Page(""), new { }, ".who form");
        (await city.Log(user)).Select(l => l.Result).ShouldBe([SignInOutcome.WrongPassword, SignInOutcome.SignedIn, SignInOutcome.SignedOut]);
        var unknown = (await city.Log()).ShouldHaveSingleItem();
        unknown.Result.ShouldBe(SignInOutcome.UnknownName);
        unknown.TypedName.ShouldStartWith("12文字・");
        unknown.TypedName!.ShouldNotContain("パスワード");
    }

    [Fact]
    public async Task A_lock_says_until_when_in_the_log_and_is_lifted_by_an_administrator()
    {
        var (reader, secret) = await city.App.AccountFor(Role.Reader);
        for (var i = 0; i < 5; i++)
            await city.PasswordStep(city.App.NewBrowser(), reader, "ちがうことばです");
        (await city.Log(reader))[^1].UntilUtc!.Value.ShouldBe(AccountCity.Morning.UtcDateTime.AddMinutes(15), TimeSpan.FromMinutes(1));
        await city.App.SignInWith(user, password);
        var page = AccountCity.Page($"people/{(await city.PersonOf(reader)).Key}/account");
        (await city.App.Get(page)).QuerySelector(".facts")!.TextContent.ShouldContain("続けて間違えて止まっています");
        var form = FilledForm.On(await city.App.Get(page), "#measures", new { Reason = "本人が打ち間違えた" });
        await city.App.Browser.PostAsync($"{page}?handler=Reopen", form.Content());
        AccountCity.IsIn(await city.PasswordStep(city.App.NewBrowser(), reader, secret)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_cannot_come_back_until_it_is_reopened()
    {
        var (reader, secret) = await city.App.AccountFor(Role.Reader);
        var theirs = city.App.NewBrowser();
        AccountCity.IsIn(await city.PasswordStep(theirs, reader, secret)).ShouldBeTrue();
        await city.App.SignInWith(user, password);
        var page = AccountCity.Page($"people/{(await city.PersonOf(reader)).Key}/account");
        await Measure(page, "Close", "退職した");
        (await theirs.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.Found);
        AccountCity.IsIn(await city.PasswordStep(theirs, reader, secret)).ShouldBeFalse();
        (await city.Log(reader))[^1].Result.ShouldBe(SignInOutcome.Closed);
        await Measure(page, "Reopen", "戻ってきた");
        AccountCity.IsIn(await city.PasswordStep(theirs, reader, secret)).ShouldBeTrue();
        var own = AccountCity.Page($"people/{(await city.PersonOf(user)).Key}/account");
        (await Measure(own, "Close", "ためし")).ShouldContain("自分のアカウントを止めることはできません。");
    }

    [Fact]
    public async Task An_administrator_filters_the_log_pages_through_it_and_takes_it_as_CSV()
    {
        var (reader, _) = await city.App.AccountFor(Role.Reader);
        await city.PasswordStep(city.App.NewBrowser(), reader, "ちがうことばです");
        await city.App.SignInWith(user, password);
        await Given(60);
        var page = await city.App.Get(AccountCity.Page("sign-ins"));
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        page.QuerySelector(".pager").ShouldNotBeNull();
        page = await city.App.Get(AccountCity.Page($"sign-ins?Filter.Account={reader}&Filter.Result=WrongPassword"));
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var csv = page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        var response = await city.App.Browser.GetAsync(csv);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain($"\"{reader}\",\"パスワードが違った\"");
        (await city.App.Get(AccountCity.Page("sign-ins?Filter.From=2026-11-25"))).QuerySelector(".empty").ShouldNotBeNull();
        (await city.App.Get(AccountCity.Page("sign-ins?Filter.From=2026-11-24&Filter.To=2026-11-24"))).QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        (await city.App.Browser.GetAsync(AccountCity.Page("sign-ins?Filter.From=x&Filter.Result=Nothing&p=-3"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_log_is_kept_as_long_as_the_municipality_says_and_an_accounts_part_can_be_erased()
    {
        await city.App.SignInWith(user, password);
        city.App.Clock.Advance(TimeSpan.FromDays(364));
        await city.App.SignInWith(user, password);
        (await city.Log(user)).Count(l => l.Result == SignInOutcome.SignedIn).ShouldBe(2);
        city.App.Clock.Advance(TimeSpan.FromDays(2));
        await city.App.SignInWith(user, password);
        (await city.Log(user)).Count(l => l.Result == SignInOutcome.SignedIn).ShouldBe(2);
        await using var db = city.App.OpenDb();
        await new SessionTable(db).EraseAsync((await city.AccountOf(user)).Id);
        (await city.Log(user)).ShouldBeEmpty();
        (await db.Sessions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_administrator_erases_old_entries_after_seeing_what_goes_and_the_change_log_says_who_and_how_many()
    {
        await city.App.SignInWith(user, password);
        await Given(3);
        city.App.Clock.Advance(TimeSpan.FromDays(100));
        await city.App.SignInWith(user, password);
        var path = AccountCity.Page("sign-ins/erase");
        (await city.App.Get(AccountCity.Page("sign-ins"))).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain(h => h!.EndsWith("/sign-ins/erase", StringComparison.Ordinal));
        (await city.App.Get(path)).QuerySelector("main")!.TextContent.ShouldContain("365日を過ぎたものから消えます");
        var page = await city.App.Get($"{path}?Days=29");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("30日より新しいサインインの記録は消せません。");
        page.QuerySelector("#erase").ShouldBeNull();
        (await city.App.Get($"{path}?Days=200")).QuerySelector(".note-good")!.TextContent.ShouldContain("消すものはありません");
        page = await city.App.Get($"{path}?Days=40");
        var loss = page.QuerySelector("#loss")!.TextContent;
        loss.ShouldContain("令和8年11月24日から令和9年1月22日まで");
        loss.ShouldContain("4件の記録を消す");
        (await city.Log(user)).Count.ShouldBe(5, "nothing is erased by looking");

        page = await city.App.SendForm($"{path}?Days=40", new { }, "#erase");
        (await city.Log(user)).Count.ShouldBe(1);
        var trace = page.QuerySelector(".history > li")!.TextContent;
        trace.ShouldContain("古いサインインの記録を消去");
        trace.ShouldContain("4");
        trace.ShouldContain("令和9年1月22日");
        await using var db = city.App.OpenDb();
        var entry = (await db.ChangeLog.LatestAsync(take: 1))[0];
        (entry.Kind, entry.PersonId).ShouldBe((SignInLog.Kind, (await city.PersonOf(user)).Id));
        (await db.ChangeLog.VerifyAsync()).ShouldBeNull();
        (await city.App.Get(AccountCity.Page("changes?area=organization"))).QuerySelector("main")!.TextContent.ShouldContain("古いサインインの記録を消去");
    }

    [Fact]
    public async Task Who_does_not_manage_people_erases_nothing()
    {
        await Given(3);
        city.App.Clock.Advance(TimeSpan.FromDays(100));
        foreach (var role in Enum.GetValues<Role>().Where(r => Permissions.ScopeOf(r, Operation.ManagePeople) == Scope.None))
        {
            var (name, secret) = await city.App.AccountFor(role, role is Role.Entrant or Role.DepartmentHead ? "こども家庭課" : null);
            await city.App.SignInWith(name, secret);
            var token = (await city.App.Get(AccountCity.Page(""))).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            (await city.App.Browser.GetAsync(AccountCity.Page("sign-ins/erase?Days=40"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role}");
            (await city.App.Browser.PostAsync(AccountCity.Page("sign-ins/erase"), new FormUrlEncodedContent([new("Days", "40"), new("__RequestVerificationToken", token)]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role}");
        }

        (await city.Log(user)).Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Erasing_and_its_note_are_one_save_on_either_database(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var day = new DateTime(2026, 1, 10, 0, 0, 0, DateTimeKind.Utc);
        db.SignIns.AddRange(Enumerable.Range(0, 20).Select(i => SignInEntry.Of(SignInOutcome.UnknownName, day.AddDays(i), null, "だれか", null, null, null)));
        await db.SaveChangesAsync();
        (await new SessionTable(db).EraseBeforeAsync(day.AddDays(15), SignInLog.Kind, SignInLog.Record, n => [new(null, null, "Count", null, $"{n}")])).ShouldBe(15);
        (await new SessionTable(db).EraseBeforeAsync(day.AddDays(15), SignInLog.Kind, SignInLog.Record, _ => throw new InvalidOperationException("nothing went"))).ShouldBe(0);
        (await db.SignIns.CountAsync()).ShouldBe(5);
        (await db.ChangeLog.LatestAsync()).Single().Fields.Single().After.ShouldBe("15");
        await Should.ThrowAsync<InvalidOperationException>(() => new SessionTable(db).EraseBeforeAsync(day.AddDays(30), SignInLog.Kind, SignInLog.Record, _ => throw new InvalidOperationException()));
        await using var fresh = office.Open();
        (await fresh.SignIns.CountAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task One_address_may_be_wrong_thirty_times_in_five_minutes()
    {
        var browser = city.App.NewBrowser();
        await Task.WhenAll(Enumerable.Range(0, SignInRate.Most).Select(i => city.PasswordStep(city.App.NewBrowser(), $"nobody{i}", "ちがうことばです")));
        var page = await App.Parse(await browser.GetAsync(AccountCity.Page("sign-in")));
        var response = await browser.PostAsync(AccountCity.Page("sign-in"), FilledForm.On(page, null, new { UserName = user, Password = password }).Content());
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await response.Content.ReadAsStringAsync()).ShouldContain("同じ場所から続けて間違えたため");
        (await city.Log())[^1].Result.ShouldBe(SignInOutcome.TooMany);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_one_by_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.PasswordStep(city.App.NewBrowser(), user, "ちがうことばです")));
        (await city.Log(user)).Count(l => l.Result == SignInOutcome.WrongPassword).ShouldBe(5);
        (await city.Log(user)).Count(l => l.Result == SignInOutcome.Locked).ShouldBe(3);
    }

    [Fact]
    public async Task A_person_changes_the_own_password_and_stays_signed_in_here_alone()
    {
        await city.App.SignInWith(user, password);
        var elsewhere = city.App.NewBrowser();
        AccountCity.IsIn(await city.PasswordStep(elsewhere, user, password)).ShouldBeTrue();
        const string Fresh = "かわらのみちを-あるくあさ";
        var path = AccountCity.Page("account/password");
        (await city.App.SendForm(path, new { PresentPassword = "ちがうことばです", NewPassword = Fresh, NewPasswordAgain = Fresh })).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("いまのパスワードが違います。");
        (await city.App.SendForm(path, new { PresentPassword = password, NewPassword = "みじかい", NewPasswordAgain = "みじかい" })).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("12文字より短いです。");
        (await city.App.SendForm(path, new { PresentPassword = password, NewPassword = Fresh, NewPasswordAgain = Fresh })).QuerySelector(".note-good")!.TextContent.ShouldContain("パスワードを変えました。");
        (await elsewhere.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await city.App.Browser.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        AccountCity.IsIn(await city.PasswordStep(elsewhere, user, password)).ShouldBeFalse();
        AccountCity.IsIn(await city.PasswordStep(elsewhere, user, Fresh)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_invitation_is_listed_sent_again_and_revoked()
    {
        await city.App.SignInWith(user, password);
        string first;
        await using (var db = city.App.OpenDb())
        {
            first = (await new Invitations(db, city.App.Clock).Invite("招待 花子", "reader", null)).Path(App.Code);
            await db.SaveChangesAsync();
        }
        var page = AccountCity.Page("invitations");
        (await city.App.Get(page)).QuerySelector("tbody tr")!.TextContent.ShouldContain("招待 花子");
        var again = await city.App.SendForm(page, new { }, "form[action*=Again]");
        var second = new Uri(again.QuerySelector("#invitation-link")!.GetAttribute("value")!).AbsolutePath;
        (await Text(first)).ShouldContain("新しい招待が出ています。");
        (await Text(second)).ShouldContain("招待 花子 さんのアカウント");
        (await city.App.SendForm(page, new { }, "form[action*=Revoke]")).QuerySelector(".empty").ShouldNotBeNull();
        (await Text(second)).ShouldContain("この招待は取り消されました。");
    }

    [Fact]
    public async Task A_link_for_a_new_password_does_not_stand_for_the_second_factor()
    {
        await city.App.SignInWith(user, password);
        var (key, _) = await city.SetUpSecondFactor();
        string link;
        await using (var db = city.App.OpenDb())
        {
            link = (await new Invitations(db, city.App.Clock).Invite(await db.People.SingleAsync(p => db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == user)), null)).Path(App.Code);
            await db.SaveChangesAsync();
        }
        city.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = city.App.NewBrowser();
        const string Fresh = "かわらのみちを-あるくあさ";
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(link)), null, new { Password = Fresh, Again = Fresh });
        var step = await AccountCity.Follow(browser, await browser.PostAsync(link, form.Content()));
        step.QuerySelector("h1")!.TextContent.ShouldBe("確認コードを入力する");
        AccountCity.IsIn(await city.CodeStep(browser, step, city.CodeNow(key))).ShouldBeTrue();
    }

    private async Task<string> Text(string link) => await (await city.App.NewBrowser().GetAsync(link)).Content.ReadAsStringAsync();

    private async Task<string> Measure(string page, string handler, string reason)
    {
        var form = FilledForm.On(await city.App.Get(page), "#measures", new { Reason = reason });
        return (await App.Parse(await city.App.Follow(await city.App.Browser.PostAsync($"{page}?handler={handler}", form.Content())))).Body!.TextContent;
    }

    private async Task Given(int entries)
    {
        await using var db = city.App.OpenDb();
        var account = (await city.AccountOf(user)).Id;
        db.SignIns.AddRange(Enumerable.Range(0, entries).Select(i => SignInEntry.Of(SignInOutcome.SignedIn, AccountCity.Morning.UtcDateTime.AddSeconds(i), account, null, null, "192.0.2.1", "Edge(Windows)")));
        await db.SaveChangesAsync();
    }
}
