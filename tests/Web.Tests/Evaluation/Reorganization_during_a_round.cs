using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

/// <summary>企画課 becomes 未来戦略課 on 1 April; its round runs until 5 April, and its clerk goes to 道路課.</summary>
public sealed class Reorganization_during_a_round : IAsyncLifetime
{
    private readonly App app = new(null);
    private ReminderCity city = null!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Half_answered_sheets_go_over_to_the_department_that_follows(Engine engine)
    {
        var (sheet, given) = await HalfAnswered(engine);
        await CarryOut();
        await app.SignInWith("taro", ReminderCity.Password, city.Office.Path);
        (await Page(sheet)).QuerySelector("#sheet[data-answers=on]").ShouldNotBeNull("until 31 March it is the old department's");
        Board(await app.Get($"{city.Office.Path}/evaluations/{city.Round.Key}")).ShouldBe(["企画課 2"], "also the sheet that the planner gave it");

        app.Clock.Set(new DateTimeOffset(2027, 4, 2, 9, 0, 0, TimeSpan.FromHours(9)));
        var next = await city.Office.Department("未来戦略課");
        await city.Join("未来 三郎", "saburo", Role.Entrant, next.Id, "saburo@example.lg.jp");
        await app.SignInWith("saburo", ReminderCity.Password, city.Office.Path);
        (await app.Get($"{city.Office.Path}/")).QuerySelector("main")!.TextContent.ShouldContain("評価シート2枚のうち残り2枚");
        var board = await app.Get($"{city.Office.Path}/evaluations/{city.Round.Key}");
        Board(board).ShouldBe(["未来戦略課 2"]);
        board.QuerySelector("#mine")!.ParentElement!.TextContent.ShouldContain("窓口の改善");
        (await app.Get($"{city.Office.Path}/evaluations/{city.Round.Key}/sheets?department={next.Id.Value}")).QuerySelector("main")!.TextContent.ShouldContain("市道改良事業", customMessage: "the sheet that had been given to the old department");
        var page = await Page(sheet);
        Field(page, "利用者", "Number").GetAttribute("value").ShouldBe("120", "what the old clerk had answered");
        await Submit(sheet, "継続", "引き継いだ理由");
        (await Page(given)).QuerySelector("#sheet[data-answers=on]").ShouldNotBeNull();
        await ShouldBeSubmittedByBoth(sheet);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_old_clerk_answers_no_more_and_the_reminders_go_to_those_who_follow(Engine engine)
    {
        var (sheet, given) = await HalfAnswered(engine);
        await CarryOut();
        app.Clock.Set(new DateTimeOffset(2027, 4, 2, 9, 0, 0, TimeSpan.FromHours(9)));
        await app.SignInWith("taro", ReminderCity.Password, city.Office.Path);
        foreach (var path in new[] { sheet, given })
        {
            var page = await Page(path);
            page.QuerySelector("#sheet[data-answers=on]").ShouldBeNull();
            var token = (await app.Get($"{city.Office.Path}/account")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
            var post = await app.Browser.PostAsync($"{city.Office.Path}/sheets/{path}", new FormUrlEncodedContent([new("Form.Stage", "1"), new("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
            post.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await app.Get($"{city.Office.Path}/")).QuerySelector("main")!.TextContent.ShouldNotContain("評価シート");
        await app.SignInWith("hanako", "みずうみ-さんぽ-あさごはん", city.Office.Path);
        var reminders = (await app.Get($"{city.Page}/new")).QuerySelectorAll("main tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent} {r.QuerySelectorAll("td")[0].TextContent}").ToList();
        reminders.ShouldBe(["課長 梅子 未来戦略課", "管理 花子 所属の登録なし"]);
        var calendar = await app.Browser.GetStringAsync($"{city.Office.Path}/evaluations/{city.Round.Key}/calendar", TestContext.Current.CancellationToken);
        calendar.ShouldContain("DTSTART;VALUE=DATE:20270405");
    }

    private async Task<(string Sheet, string Given)> HalfAnswered(Engine engine)
    {
        city = await ReminderCity.Of(app, engine, null, new DateOnly(2027, 3, 29));
        await using var db = city.Office.Open();
        var sheets = await db.EvaluationSheets.AsTracking().Include(s => s.Answers).Include(s => s.Stages).ToListAsync(TestContext.Current.CancellationToken);
        var (own, given) = (sheets.Single(s => s.ProjectId == city.Planned.Id), sheets.Single(s => s.ProjectId == city.Paved.Id));
        given.HandTo((await city.Office.Department("企画課")).Id);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await app.SignInWith("taro", ReminderCity.Password, city.Office.Path);
        await Post(own.Key.Value, "", ("利用者", "Number", "120"));
        return (own.Key.Value, given.Key.Value);
    }

    private async Task CarryOut()
    {
        await app.SignInWith("hanako", "みずうみ-さんぽ-あさごはん", city.Office.Path);
        var page = await app.SendForm($"{city.Office.Path}/reorganizations", new { Year = "2027", Reason = "来年度の機構改革" }, "#new");
        var path = new Uri(page.Url).AbsolutePath;
        await app.SendForm($"{path}?step=1", new { Name = "未来戦略課" }, "#add");
        await app.SendForm($"{path}?step=2", new { From = $"{(await city.Office.Department("企画課")).Id.Value}", To = "未来戦略課(新)" }, "#pair");
        var post = (await city.Office.Person("企画 太郎")).Assignments[0].Id.Value;
        await app.SendForm($"{path}?step=3", Web.Tests.Office.Answers.Of(($"destination[{post}]", "道路課")), "#choose");
        (await app.SendForm($"{path}?step=4", new { }, "#carry-out")).Body!.TextContent.ShouldContain("実行しました");
    }

    private async Task ShouldBeSubmittedByBoth(string sheet)
    {
        await using var db = city.Office.Open();
        var saved = await db.EvaluationSheets.AsNoTracking().Include(s => s.Stages).SingleAsync(s => s.Key == new PublicKey(sheet), TestContext.Current.CancellationToken);
        saved.StageAt(1).Submission.ShouldNotBeNull();
        (await db.ChangeLog.OfAsync(saved.Id)).Select(e => e.By).OfType<string>().Distinct().ShouldBe(["企画 太郎", "未来 三郎"], ignoreOrder: true);
    }

    private static List<string> Board(IDocument page) => [.. page.QuerySelectorAll("#board ~ .table-wrap tbody tr").Where(r => r.QuerySelector("[data-head=シート]") is not null).Select(r => $"{r.QuerySelector("th")!.TextContent} {r.QuerySelector("[data-head=シート]")!.TextContent}")];

    private Task<IHtmlDocument> Page(string sheet) => app.Get($"{city.Office.Path}/sheets/{sheet}");

    private IElement Field(IDocument page, string label, string field) =>
        page.QuerySelector($"fieldset[data-question='{city.Form.InOrder.First(q => q.Label == label).Key}']")!.QuerySelector($"[name$='.{field}']")!;

    private Task Submit(string sheet, string choice, string reason) => Post(sheet, "?handler=Submit", ("今後の方向性", "Choice", choice), ("今後の方向性", "Text", reason));

    private async Task Post(string sheet, string handler, params (string Label, string Field, string Value)[] typed)
    {
        var page = await Page(sheet);
        var form = FilledForm.On(page, "#sheet", typed.ToDictionary(t => Field(page, t.Label, t.Field).GetAttribute("name")!, t => (object?)t.Value));
        var after = await App.Parse(await app.Follow(await app.Browser.PostAsync($"{city.Office.Path}/sheets/{sheet}{handler}", form.Content(), TestContext.Current.CancellationToken)));
        after.QuerySelector("[role=alert]")?.TextContent.ShouldBeNull();
    }
}
