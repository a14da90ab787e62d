using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Accounts;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private readonly AccountCity city = new();
    private string user = "";
    private string password = "";

    public async ValueTask InitializeAsync()
    {
        (user, password) = await city.App.AccountFor(Role.PlanningOffice);
        await city.App.SignInWith(user, password);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void A_code_is_the_one_of_the_standard(long seconds, string digits) =>
        TimeCode.At(TimeCode.ToText(Encoding.ASCII.GetBytes("12345678901234567890")), seconds / 30).ShouldBe(digits[2..]);

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_in_base_32_and_read_back(string bytes, string text)
    {
        TimeCode.ToText(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);
        TimeCode.ToBytes(text).ShouldBe(Encoding.ASCII.GetBytes(bytes));
    }

    [Fact]
    public async Task Somebody_sets_up_a_second_factor_and_then_needs_a_code_to_sign_in()
    {
        var (key, _) = await city.SetUpSecondFactor();
        var browser = city.App.NewBrowser();
        var step = await city.PasswordStep(browser, user, password);
        step.QuerySelector("h1")!.TextContent.ShouldBe("確認コードを入力する");
        (await browser.GetAsync(AccountCity.Page("projects"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        city.App.Clock.Advance(TimeSpan.FromSeconds(30));
        AccountCity.IsIn(await city.CodeStep(browser, step, city.CodeNow(key))).ShouldBeTrue();
        (await city.Log(user)).Select(l => l.Result).ShouldBe([SignInOutcome.SignedIn, SignInOutcome.SignedIn]);
    }

    [Fact]
    public async Task A_code_works_one_step_early_or_late_and_never_twice()
    {
        var (key, _) = await city.SetUpSecondFactor();
        city.App.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var (away, works) in new[] { (-2, false), (-1, true), (0, true), (1, true), (2, false) })
        {
            var browser = city.App.NewBrowser();
            var after = await city.CodeStep(browser, await city.PasswordStep(browser, user, password), city.CodeNow(key, away));
            AccountCity.IsIn(after).ShouldBe(works, $"{away}");
            if (!works)
                after.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("確認コードが違います。");
        }
        var again = city.App.NewBrowser();
        (await city.CodeStep(again, await city.PasswordStep(again, user, password), city.CodeNow(key, 1))).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("もう使われました。");
        (await city.Log(user))[^1].Result.ShouldBe(SignInOutcome.RepeatedCode);
    }

    [Fact]
    public async Task A_code_in_full_width_digits_is_read()
    {
        var (key, _) = await city.SetUpSecondFactor();
        city.App.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = city.App.NewBrowser();
        var wide = string.Concat(city.CodeNow(key).Select(d => (char)(d - '0' + '\uFF10')));
        AccountCity.IsIn(await city.CodeStep(browser, await city.PasswordStep(browser, user, password), $"{wide[..3]} {wide[3..]}")).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_like_wrong_passwords_do_and_a_right_password_between_does_not_help()
    {
        var (key, _) = await city.SetUpSecondFactor();
        city.App.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 5; i++)
        {
            var each = city.App.NewBrowser();
            await city.CodeStep(each, await city.PasswordStep(each, user, password), "000000");
        }
        (await city.Log(user))[^1].UntilUtc.ShouldNotBeNull();
        var browser = city.App.NewBrowser();
        (await city.PasswordStep(browser, user, password)).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("サインインできませんでした。");
        (await city.Log(user))[^1].Result.ShouldBe(SignInOutcome.Locked);
        city.App.Clock.Advance(TimeSpan.FromMinutes(15.1));
        AccountCity.IsIn(await city.CodeStep(browser, await city.PasswordStep(browser, user, password), city.CodeNow(key))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_second_step_waits_five_minutes_and_belongs_to_its_browser()
    {
        var (key, _) = await city.SetUpSecondFactor();
        city.App.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = city.App.NewBrowser();
        var step = await city.PasswordStep(browser, user, password);
        city.App.Clock.Advance(TimeSpan.FromMinutes(5.5));
        (await city.CodeStep(browser, step, city.CodeNow(key))).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("待つ時間が過ぎた");
        (await city.App.NewBrowser().GetAsync(AccountCity.Page("sign-in/code"))).Headers.Location!.ToString().ShouldEndWith("/sign-in");
    }

    [Fact]
    public async Task A_telephone_whose_clock_is_off_is_told_so_when_it_is_set_up_and_keeps_its_key()
    {
        var page = await city.App.Get(AccountCity.Page("account/second-factor"));
        var key = AccountCity.KeyOn(page);
        var form = FilledForm.On(page, "#on", new { Code = city.CodeNow(key, 10) });
        var after = await App.Parse(await city.App.Browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content()));
        after.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("約5分進んでいます。");
        AccountCity.KeyOn(after).ShouldBe(key);
        (await city.AccountOf(user)).TwoFactorEnabled.ShouldBeFalse();
    }

    [Fact]
    public async Task Each_recovery_code_signs_in_once_and_a_new_set_ends_the_old_one()
    {
        var (_, codes) = await city.SetUpSecondFactor();
        var browser = city.App.NewBrowser();
        AccountCity.IsIn(await city.CodeStep(browser, await city.PasswordStep(browser, user, password), codes[3].ToLowerInvariant())).ShouldBeTrue();
        (await App.Parse(await browser.GetAsync(AccountCity.Page("account")))).QuerySelector(".facts")!.TextContent.ShouldContain("予備コードの残り 9個");
        var second = city.App.NewBrowser();
        AccountCity.IsIn(await city.CodeStep(second, await city.PasswordStep(second, user, password), codes[3])).ShouldBeFalse();
        (await city.Log(user)).Select(l => l.Result).ShouldBe([SignInOutcome.SignedIn, SignInOutcome.RecoveryCodeUsed, SignInOutcome.SignedIn, SignInOutcome.WrongCode]);

        var refused = await city.App.SendForm(AccountCity.Page("account/recovery-codes"), new { Password = "ちがうことばです" });
        refused.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("いまのパスワードが違います。");
        var fresh = (await city.App.SendForm(AccountCity.Page("account/recovery-codes"), new { Password = password })).QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent).ToList();
        fresh.Count.ShouldBe(10);
        fresh.Intersect(codes).ShouldBeEmpty();
        AccountCity.IsIn(await city.CodeStep(second, await city.PasswordStep(second, user, password), codes[4])).ShouldBeFalse();
        AccountCity.IsIn(await city.CodeStep(second, await city.PasswordStep(second, user, password), fresh[4])).ShouldBeTrue();
    }

    [Fact]
    public async Task Neither_key_nor_recovery_codes_stand_in_the_database_or_come_again()
    {
        var (key, codes) = await city.SetUpSecondFactor();
        (await city.App.Get(AccountCity.Page("account/second-factor"))).Source.Text.ShouldNotContain(key);
        SqliteConnection.ClearAllPools();
        var dump = string.Concat(Directory.EnumerateFiles(Path.Combine(city.App.DataFolder, App.Code.Value), "office.db*").Select(f => Encoding.Latin1.GetString(ReadShared(f))));
        dump.ShouldContain("TwoFactorEnabled");
        foreach (var secret in codes.Append(key).Append(Convert.ToHexString(TimeCode.ToBytes(key))))
            dump.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    [Fact]
    public async Task Turning_it_off_needs_the_password()
    {
        await city.SetUpSecondFactor();
        (await city.App.SendForm(AccountCity.Page("account/second-factor"), new { Password = "ちがうことばです" }, "#off")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("いまのパスワードが違います。");
        (await city.App.SendForm(AccountCity.Page("account/second-factor"), new { Password = password }, "#off")).QuerySelector(".note-good")!.TextContent.ShouldContain("やめました。");
        await city.App.SignInWith(user, password);
        await using var db = city.App.OpenDb();
        (await db.SecondFactors.CountAsync()).ShouldBe(0);
        (await db.RecoveryCodes.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_role_that_must_use_it_sees_nothing_else_before_and_cannot_turn_it_off()
    {
        await Demand(Role.Reader);
        await city.App.SignInAs(Role.Reader);
        foreach (var page in new[] { "", "projects", "account", "account/session" })
            (await city.App.Browser.GetAsync(AccountCity.Page(page))).Headers.Location?.ToString().ShouldBe(AccountCity.Page("account/second-factor"), page);
        (await city.App.Get(AccountCity.Page("projects"))).QuerySelector(".note-warn")!.TextContent.ShouldContain("二段階の確認が必要です。");
        await city.SetUpSecondFactor();
        (await city.App.Browser.GetAsync(AccountCity.Page("projects"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await city.App.Get(AccountCity.Page("account/second-factor"))).QuerySelector("#off").ShouldBeNull();
    }

    [Fact]
    public async Task An_administrator_resets_it_with_a_reason_that_stands_in_the_change_log()
    {
        await city.App.SignInAs(Role.Reader);
        var (reader, secret) = await city.App.AccountFor(Role.Reader);
        await city.SetUpSecondFactor();
        var theirs = city.App.Browser;
        await city.App.SignInWith(user, password);
        var page = AccountCity.Page($"people/{(await city.PersonOf(reader)).Key}/account");
        (await Measure(page, "Reset", "")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("理由が空です。");
        var done = await Measure(page, "Reset", "携帯電話をなくしたと電話あり");
        done.QuerySelector(".note-good")!.TextContent.ShouldContain("初期化しました。");
        done.QuerySelector(".history")!.TextContent.ShouldContain("携帯電話をなくしたと電話あり");
        (await theirs.GetAsync(AccountCity.Page(""))).StatusCode.ShouldBe(HttpStatusCode.Found);
        await city.App.SignInWith(reader, secret);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Measure(string page, string handler, string reason)
    {
        var form = FilledForm.On(await city.App.Get(page), "#measures", new { Reason = reason });
        return await App.Parse(await city.App.Follow(await city.App.Browser.PostAsync($"{page}?handler={handler}", form.Content())));
    }

    private async Task Demand(Role role)
    {
        var rules = AccountRules.First();
        rules.Decide(60, 365, [role]);
        await city.App.Given(rules);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
