using Given;
using Shirube.Data;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

/// <summary>What becomes of mail that cannot leave, or of which nobody knows whether it left.</summary>
public sealed class Reminders_that_fail : IAsyncLifetime
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
    public async Task A_relay_that_is_down_is_tried_again_later_and_given_up_in_the_end(Engine engine)
    {
        var city = await ReminderCity.Of(app, engine, relay.Port);
        relay.Close();
        var run = await app.SendForm($"{city.Page}/new", new { }, "#send");
        app.Clock.Advance(Pause);
        await ReminderCity.Until(async () => (await city.Mails()).Values.All(m => m.Problem is not null), "the relay was found to be down");
        (await city.Mails()).Values.ShouldAllBe(m => m.State == ReminderState.Waiting);
        (await app.Get(run.Url)).QuerySelector("main tbody")!.TextContent.ShouldContain("つながりませんでした");
        relay.Open();
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await city.UntilNoneWaits();
        relay.Mails.Count.ShouldBe(3);

        relay.Close();
        await app.SignInWith("hanako", "みずうみ-さんぽ-あさごはん", city.Office.Path);
        await app.SendForm($"{city.Page}/new", new { }, "#send");
        for (var pass = 0; pass < 5; pass++)
        {
            app.Clock.Advance(TimeSpan.FromHours(3.5));
            var passed = pass + 1;
            await ReminderCity.Until(async () => (await city.Mails()).Values.Max(m => m.Tries) == passed && await city.OpenJobs() == 0, $"pass {passed}");
        }
        (await city.Mails()).Values.ShouldAllBe(m => m.State == ReminderState.Failed && m.Problem!.Contains("つながりませんでした"));
        relay.Mails.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_recipient_who_is_refused_is_told_and_the_others_get_theirs()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        relay.AnswerTo = to => to.StartsWith("taro", StringComparison.Ordinal) ? "550 no such user" : "250 OK";
        var run = (await app.SendForm($"{city.Page}/new", new { }, "#send")).Url;
        app.Clock.Advance(Pause);
        await city.UntilNoneWaits();
        var mails = await city.Mails();
        mails["taro@example.lg.jp"].State.ShouldBe(ReminderState.Failed);
        mails["taro@example.lg.jp"].Problem.ShouldNotBeNull().ShouldContain("受け取りを断られました(550");
        mails.Values.Count(m => m.State == ReminderState.Sent).ShouldBe(2);
        (await app.Get(run)).QuerySelector("main tbody tr")!.TextContent.ShouldContain("送れませんでした", customMessage: "what failed comes first");
    }

    [Fact]
    public async Task What_is_busy_now_is_tried_again_and_nobody_gets_a_second_mail()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        relay.AnswerTo = to => to.StartsWith("taro", StringComparison.Ordinal) ? "450 try later" : "250 OK";
        await app.SendForm($"{city.Page}/new", new { }, "#send");
        app.Clock.Advance(Pause);
        await ReminderCity.Until(async () => (await city.Mails()).Values.Count(m => m.State == ReminderState.Sent) == 2 && await city.OpenJobs() == 0, "two went");
        relay.AnswerTo = _ => "250 OK";
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await city.UntilNoneWaits();
        relay.Mails.Select(m => m.To).ShouldBe(["taro@example.lg.jp", "jiro@example.lg.jp", "umeko@example.lg.jp"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_mail_that_was_leaving_when_the_program_ended_is_not_sent_again()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        var run = await app.SendForm($"{city.Page}/new", new { }, "#send");
        await using (var db = city.Office.Open())
            (await new ReminderTable(db).ClaimAsync((await city.Mails())["taro@example.lg.jp"], "taro@example.lg.jp", 1, TestContext.Current.CancellationToken)).ShouldBeTrue();
        app.Clock.Advance(Pause);
        await city.UntilNoneWaits();
        (await city.Mails())["taro@example.lg.jp"].State.ShouldBe(ReminderState.Unsure);
        relay.Mails.Select(m => m.To).ShouldNotContain("taro@example.lg.jp");
        relay.Mails.Count.ShouldBe(2);
        (await app.Get(run.Url)).QuerySelector("main")!.TextContent.ShouldContain("自動では送り直しません");
    }

    [Fact]
    public async Task A_sending_a_day_too_late_does_not_leave()
    {
        var city = await ReminderCity.Of(app, Engine.Sqlite, relay.Port);
        await app.SendForm($"{city.Page}/new", new { }, "#send");
        app.Clock.Advance(TimeSpan.FromHours(25));
        await city.UntilNoneWaits();
        relay.Mails.ShouldBeEmpty("the program was off, or a backup was put back");
    }
}
