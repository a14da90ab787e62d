using System.Net;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Office.Evaluation;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Reminders_by_mail : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(11);

    private readonly App app = new(null);
    private readonly SmtpListener relay = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await relay.DisposeAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_digest_for_each_person_leaves_after_the_pause_with_all_that_is_due(Engine engine)
    {
        var city = await ReminderCity.Of(app, engine, relay.Port);
        await GivenDeputy(city);
        var preview = await app.Get($"{city.Page}/new");
        preview.QuerySelector("main")!.TextContent.ShouldContain("残っている人は4人、そのうちメールが届くのは3人です");
        preview.QuerySelector("main tbody")!.TextContent.ShouldContain("メールアドレスがない", customMessage: "the planner has none");
        await app.SendForm($"{city.Office.Path}/people/mail-addresses", new { Lines = "hanako\thanako@example.lg.jp" });
        var run = await app.SendForm($"{city.Page}/new", new { }, "#send");
        run.QuerySelector("caption")!.TextContent.ShouldBe("宛先(4人)");
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        relay.Mails.ShouldBeEmpty("the pause is not over");

        app.Clock.Advance(Pause);
        await city.UntilNoneWaits();
        relay.Mails.Select(m => m.To).ShouldBe(["taro@example.lg.jp", "jiro@example.lg.jp", "umeko@example.lg.jp", "hanako@example.lg.jp"], ignoreOrder: true);
        var mail = relay.Mails.Single(m => m.To == "jiro@example.lg.jp");
        mail.Decoded("Subject").ShouldBe("【標】期限のお知らせ 1件(令和8年6月8日まで)");
        mail.Text.ShouldContain("道路 次郎 様");
        mail.Text.ShouldContain("■ 令和8年度の評価 自己評価");
        mail.Text.ShouldContain("期限: 令和8年6月8日(月) あと7日");
        mail.Text.ShouldContain("評価シート2枚のうち残り2枚", customMessage: "the own one, and that of the department in which the clerk stands in");
        mail.Text.ShouldContain($"https://shirube.example.lg.jp{city.Office.Path}/evaluations/{city.Round.Key}#mine");
        relay.Mails.Single(m => m.To == "taro@example.lg.jp").Text.ShouldContain("評価シート1枚のうち残り1枚");
        relay.Mails.Single(m => m.To == "hanako@example.lg.jp").Text.ShouldContain("提出を集めています。2枚のうち残り2枚");
        (await app.Get(run.Url)).QuerySelector("main tbody")!.TextContent.ShouldContain("送りました");
    }

    [Fact]
    public async Task The_mail_has_the_headers_that_mail_programs_and_relays_ask_for()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        await SendNow(city);
        var mail = relay.Mails.First();
        mail.HeaderLines.All(char.IsAscii).ShouldBeTrue();
        mail.Data.Split("\r\n").ShouldAllBe(l => l.Length <= 78);
        DateTimeOffset.TryParse(mail.All("Date").Single(), System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue();
        mail.All("Message-ID").Single().ShouldMatch(@"^<[0-9a-f]{32}@example\.lg\.jp>$");
        mail.All("Content-Type").Single().ShouldBe("text/plain; charset=utf-8");
        mail.All("Auto-Submitted").ShouldBe(["auto-generated"]);
        mail.Decoded("From").ShouldBe("標 <shirube@example.lg.jp>");
        relay.Mails.Select(m => m.All("Message-ID").Single()).Distinct().Count().ShouldBe(relay.Mails.Count);
    }

    [Fact]
    public async Task A_sending_is_called_off_during_its_pause_and_not_after()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        var run = await app.SendForm($"{city.Page}/new", new { }, "#send");
        (await app.Get($"{city.Page}/new")).QuerySelector("main")!.TextContent.ShouldContain("まだ送り終えていないお知らせメールがあります");
        (await app.SendForm(run.Url, new { }, "#call-off")).QuerySelector("main")!.TextContent.ShouldContain("1通も送っていません");
        app.Clock.Advance(Pause);
        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);
        relay.Mails.ShouldBeEmpty();
        await SendNow(city);
        await using var db = city.Office.Open();
        var sent = await db.ReminderRuns.OrderBy(r => r.MadeAtUtc).LastAsync(TestContext.Current.CancellationToken);
        (await new ReminderTable(db).CallOffAsync(sent.Id, sent.By!.Value, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_rhythm_sends_once_on_its_days_and_on_no_other(Engine engine)
    {
        var city = await ReminderCity.Of(app, engine, relay.Port);
        await app.SendForm($"{city.Page}/rules", new { DaysBefore = "6、3", MinutesToUndo = "5" });
        (await app.SendForm(city.Page, new { }, "#switch")).QuerySelector("main")!.TextContent.ShouldContain("期限の6日前、3日前、期限の日、期限のあと7日ごと");
        await NextMorning(1);
        app.Clock.Advance(Pause);
        await ReminderCity.Until(() => Task.FromResult(relay.Mails.Count == 3), "six days before it is said");
        await using (var db = city.Office.Open())
            await new JobTable(db).QueueAsync(ReminderJobs.DayKind, "{}", null, cancel: TestContext.Current.CancellationToken);
        await NextMorning(2);
        await using var later = city.Office.Open();
        (await later.ReminderRuns.Select(r => r.Day).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe([new DateOnly(2026, 6, 2)], "a day taken twice is made once, and five days before is no day of the rhythm");
        (await later.Jobs.CountAsync(j => j.Kind == ReminderJobs.DayKind && j.EndedAtUtc == null, TestContext.Current.CancellationToken)).ShouldBe(1);

        async Task NextMorning(int days)
        {
            app.Clock.Set(new DateTimeOffset(2026, 6, 1 + days, 9, 1, 0, TimeSpan.FromHours(9)));
            await ReminderCity.Until(async () =>
            {
                await using var db = city.Office.Open();
                var tomorrow = new DateTime(2026, 6, 2 + days, 0, 0, 0, DateTimeKind.Utc);
                return await db.Jobs.AnyAsync(j => j.Kind == ReminderJobs.DayKind && j.EndedAtUtc == null && j.NotBeforeUtc == tomorrow, TestContext.Current.CancellationToken) && await city.OpenJobs() == 0;
            }, $"day {days} was looked at");
        }
    }

    [Fact]
    public async Task What_was_done_during_the_pause_is_not_reminded_of()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        await app.SendForm($"{city.Page}/new", new { }, "#send");
        await using (var db = city.Office.Open())
        {
            var round = await db.EvaluationRounds.AsTracking().Include(r => r.Stages).SingleAsync(TestContext.Current.CancellationToken);
            round.Close(null, app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        app.Clock.Advance(Pause);
        await city.UntilNoneWaits();
        relay.Mails.ShouldBeEmpty();
        (await city.Mails()).Values.ShouldAllBe(m => m.State == ReminderState.Needless);
    }

    [Fact]
    public async Task A_person_may_stop_the_mails_where_the_municipality_lets_it()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        await app.SignInWith("taro", ReminderCity.Password, city.Office.Path);
        (await app.SendForm($"{city.Office.Path}/account", new { }, "#reminders")).QuerySelector("[role=status]")!.TextContent.ShouldContain("お知らせメールを止めました");
        await SignIn(city);
        (await app.Get($"{city.Page}/new")).QuerySelector("main tbody")!.TextContent.ShouldContain("本人が受け取りを止めている");
        await SendNow(city);
        relay.Mails.Select(m => m.To).ShouldBe(["jiro@example.lg.jp", "umeko@example.lg.jp"], ignoreOrder: true);
        await SignIn(city);
        await app.SendForm($"{city.Page}/rules", new { MayStop = false });
        (await app.Get($"{city.Page}/new")).QuerySelector("main")!.TextContent.ShouldContain("メールが届くのは3人です");
        await app.SignInWith("jiro", ReminderCity.Password, city.Office.Path);
        (await app.Get($"{city.Office.Path}/account")).QuerySelector("#reminders").ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_relay_the_page_says_so_and_nothing_is_sent()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, null);
        (await app.Get(city.Page)).QuerySelector("#relay")!.TextContent.ShouldContain("メールを送るサーバーが決まっていないため、送れません。");
        var page = await app.Get($"{city.Page}/new");
        page.QuerySelector("#send").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("この装置の管理者に");
        city.ConfigureRelay(new { host = "127.0.0.1", sender = "だれか", officeUrl = "https://x.example" });
        (await app.Get(city.Page)).QuerySelector("#relay")!.TextContent.ShouldContain("送信メールの設定に「sender」がないか");
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "mail.json"), "{", TestContext.Current.CancellationToken);
        (await app.Get(city.Page)).QuerySelector("#relay")!.TextContent.ShouldContain("を読めません");
    }

    [Fact]
    public async Task Clerks_and_heads_neither_see_nor_send_reminders()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        var run = (await app.SendForm($"{city.Page}/new", new { }, "#send")).Url;
        foreach (var who in new[] { "taro", "umeko" })
        {
            await app.SignInWith(who, ReminderCity.Password, city.Office.Path);
            foreach (var page in new[] { city.Page, $"{city.Page}/new", $"{city.Page}/rules", run, $"{city.Office.Path}/people/mail-addresses" })
                (await app.Get(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
        }
    }

    private async Task GivenDeputy(ReminderCity city)
    {
        await using var db = city.Office.Open();
        var (taro, jiro) = (await db.People.Include(p => p.Assignments).SingleAsync(p => p.Name == "企画 太郎", TestContext.Current.CancellationToken), await db.People.Include(p => p.Assignments).SingleAsync(p => p.Name == "道路 次郎", TestContext.Current.CancellationToken));
        jiro.StandInFor(taro, taro.Assignments[0].Id, ReminderCity.Today, ReminderCity.Today.AddDays(30));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> SendNow(ReminderCity city)
    {
        var run = await app.SendForm($"{city.Page}/new", new { }, "#send");
        app.Clock.Advance(Pause);
        await city.UntilNoneWaits();
        return run.Url;
    }

    private Task SignIn(ReminderCity city) => app.SignInWith("hanako", "みずうみ-さんぽ-あさごはん", city.Office.Path);
}
