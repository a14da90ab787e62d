using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Rounds_of_evaluation : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly App app = new();
    private OfficeCity city = null!;

    private static string Page => $"{App.Office}/evaluations";

    public async ValueTask InitializeAsync()
    {
        app.Clock.Set(new DateTimeOffset(Now));
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_round_without_a_form_of_its_year_is_not_opened_and_says_what_to_do()
    {
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("評価はまだありません");
        (await app.Get($"{Page}/new")).QuerySelector("main")!.TextContent.ShouldContain("この年度に使う様式がありません");
    }

    [Fact]
    public async Task Opening_a_round_makes_a_sheet_for_each_project_and_item_that_a_form_is_for()
    {
        await Given("eight-axes");
        await Given("measure");
        var level = city.Plan.Levels[1].Id.Value;
        var wish = Answers.Of(("Form.Name", "令和8年度 評価"), ("Form.Levels", level), ("Form.Stages[0].Approval", "yes"), ("Form.Projects", "All"));
        var preview = await app.SendForm($"{Page}/new?year=令和8&use=Yearly", wish, "main form[method=post]");
        preview.Url.ShouldContain("/evaluations/");
        await using var db = app.OpenDb();
        var round = await db.EvaluationRounds.Include(r => r.Stages).SingleAsync(TestContext.Current.CancellationToken);
        round.InOrder.Select(s => (s.Name, s.Actor)).ShouldBe([("自己評価", StageActor.Department), ("課長等意見", StageActor.DepartmentHead), ("主管課", StageActor.Department), ("部長", StageActor.DepartmentHead), ("政策企画課", StageActor.PlanningOffice)], ignoreOrder: true);
        var sheets = await db.EvaluationSheets.Include(s => s.Stages).ToListAsync(TestContext.Current.CancellationToken);
        sheets.Select(s => (s.Name, s.Stages.Count)).ShouldBe([("産後ケア事業", 2), ("市道改良事業", 2), ("1-1 子育てを支える", 3)], ignoreOrder: true);
        preview.QuerySelector("main")!.TextContent.ShouldContain("こども家庭課");
        (await app.Get($"{App.Office}/")).QuerySelector("main")!.TextContent.ShouldContain("提出を集めています");
    }

    [Fact]
    public async Task The_number_of_sheets_is_told_before_anything_is_opened()
    {
        await Given("statutory-light", onlyStatutory: true);
        var form = FilledForm.On(await app.Get($"{Page}/new?year=2026&use=Yearly"), "main form[method=post]", Answers.Of(("Form.Projects", "All")));
        var preview = await App.Parse(await app.Browser.PostAsync($"{Page}/new?handler=Preview&year=2026&use=Yearly", form.Content(), TestContext.Current.CancellationToken));
        preview.QuerySelector("#preview")!.TextContent.ShouldContain("シートは 0枚になります");
        preview.QuerySelector("#preview")!.TextContent.ShouldContain("合う様式がないため、2件はシートができません。");
        var refused = await app.SendForm($"{Page}/new?year=2026&use=Yearly", Answers.Of(("Form.Projects", "All")), "main form[method=post]");
        refused.QuerySelector("[role=alert]")!.TextContent.ShouldContain("シートをつくれません");
        await using var db = app.OpenDb();
        (await db.EvaluationRounds.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "all or nothing");
    }

    [Fact]
    public async Task Chosen_sheets_are_approved_together_or_none_is()
    {
        var round = await OpenedRound.Of(app, city);
        await Answered(round, "継続", "理由");
        var keys = round.Sheets.Select(s => s.Sheet.Key.Value).ToList();
        var refused = await Act(round, "Approve", keys);
        refused.QuerySelector("[role=alert]")!.TextContent.ShouldContain("「市道改良事業」: 段階「自己評価」は、まだ提出されていません。");
        (await round.Saved(app, city.OwnProject)).StageAt(1).Approval.ShouldBeNull();
        await Act(round, "Approve", [round.SheetOf(city.OwnProject.Key).Key.Value]);
        (await round.Saved(app, city.OwnProject)).StageAt(1).Approval.ShouldNotBeNull();
        (await Act(round, "Approve", [])).QuerySelector("[role=alert]")!.TextContent.ShouldContain("シートが選ばれていません");
    }

    [Fact]
    public async Task A_sheet_is_given_to_another_department_and_follows_a_project_that_is_handed_over()
    {
        var round = await OpenedRound.Of(app, city);
        await using (var db = app.OpenDb())
        {
            var project = await db.Projects.AsTracking().Include(p => p.Ownerships).SingleAsync(p => p.Id == city.OtherProject.Id, TestContext.Current.CancellationToken);
            project.HandTo((await db.Departments.SingleAsync(d => d.Name == OfficeCity.Own, TestContext.Current.CancellationToken)).Id, new(2026));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var board = await app.Get(round.Page);
        board.QuerySelector("#board ~ .table-wrap tbody")!.TextContent.ShouldNotContain(OfficeCity.Other);
        var other = await Department(OfficeCity.Other);
        await Act(round, "Hand", [round.SheetOf(city.OwnProject.Key).Key.Value], ("To", other));
        (await app.Get($"{round.Page}/sheets?department={other}")).QuerySelector("tbody")!.TextContent.ShouldContain("産後ケア事業");
        await app.SignInAs(Role.Entrant, OfficeCity.Other);
        (await app.Get(round.PageOf(city.OwnProject))).QuerySelector("#sheet[data-answers=on]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Days_are_moved_stages_locked_and_two_who_plan_at_once_see_each_other()
    {
        var round = await OpenedRound.Of(app, city);
        var form = FilledForm.On(await app.Get($"{round.Page}/schedule"), "main form[method=post]", Answers.Of(("Form.Name", "先に開いた人")));
        await app.SendForm($"{round.Page}/schedule", Answers.Of(("Form.Stages[0].Due", "2026-06-30"), ("Form.Stages[0].Late", "refuse")), "main form[method=post]");
        var conflict = await App.Parse(await app.Follow(await app.Browser.PostAsync($"{round.Page}/schedule", form.Content(), TestContext.Current.CancellationToken)));
        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await app.SendForm($"{round.Page}/schedule", new { }, "main form[action*=Lock]");
        var page = await app.Get(round.Page);
        page.QuerySelector("main")!.TextContent.ShouldContain("令和8年6月30日");
        page.QuerySelector("main")!.TextContent.ShouldContain("未提出で締切 1");
        (await app.Browser.GetStringAsync($"{round.Page}/calendar", TestContext.Current.CancellationToken)).ShouldContain("BEGIN:VEVENT");
    }

    [Fact]
    public async Task Closing_keeps_the_figures_of_that_day_and_reopening_says_why()
    {
        var round = await OpenedRound.Of(app, city);
        await app.SendForm($"{round.Page}/schedule", new { }, "main form[action*=Close]");
        await using (var db = app.OpenDb())
        {
            var project = await db.Projects.AsTracking().Include(p => p.Money).SingleAsync(p => p.Id == city.OwnProject.Id, TestContext.Current.CancellationToken);
            project.Rename(project.Number, "改めた名前");
            project.Record(new(2024), Shirube.Domain.Projects.MoneyStage.Settled, Shirube.Domain.Projects.MoneyKind.Total, Shirube.Domain.Projects.Figure.Of(new(9_999_999)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var closed = (await app.Get(round.PageOf(city.OwnProject))).QuerySelector("main")!.TextContent;
        closed.ShouldContain("1,234,000");
        closed.ShouldNotContain("9,999,999");
        (await app.SendForm($"{round.Page}/schedule", new { Reason = " " }, "main form[action*=Reopen]")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("開き直す理由が空です");
        await app.SendForm($"{round.Page}/schedule", new { Reason = "金額に誤りがあったため" }, "main form[action*=Reopen]");
        (await app.Get(round.PageOf(city.OwnProject))).QuerySelector("main")!.TextContent.ShouldContain("9,999,999");
        (await app.Get(round.Page)).QuerySelector("main")!.TextContent.ShouldContain("金額に誤りがあったため");
    }

    [Fact]
    public async Task A_board_asks_as_many_queries_for_many_sheets_as_for_few()
    {
        var round = await OpenedRound.Of(app, city);
        await app.Get(round.Page);
        (await app.CountQueries(round.Page)).ShouldBeLessThanOrEqualTo(9);
        (await app.CountQueries($"{round.Page}/sheets")).ShouldBeLessThanOrEqualTo(6);
        (await app.CountQueries(Page)).ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Projects_that_come_later_are_taken_in_under_the_conditions_of_the_round()
    {
        await Given("eight-axes");
        await app.SendForm($"{Page}/new?year=2026&use=Yearly", Answers.Of(("Form.Projects", "All"), ("Form.Department", await Department(OfficeCity.Own))), "main form[method=post]");
        var (own, other) = (Shirube.Domain.Projects.Project.Start("Z1", "あとからの事業"), Shirube.Domain.Projects.Project.Start("Z2", "ほかの課の事業"));
        own.HandTo(Shirube.Domain.Organization.DepartmentId.From(Guid.Parse(await Department(OfficeCity.Own))), new(2026));
        other.HandTo(Shirube.Domain.Organization.DepartmentId.From(Guid.Parse(await Department(OfficeCity.Other))), new(2026));
        await app.Given(own, other);
        await using var db = app.OpenDb();
        var round = (await db.EvaluationRounds.SingleAsync(TestContext.Current.CancellationToken)).Key;
        await app.SendForm($"{Page}/{round}/schedule", new { }, "main form[action*=Add]");
        (await db.EvaluationSheets.Select(s => s.Name).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["産後ケア事業", "あとからの事業"], ignoreOrder: true);
    }

    [Fact]
    public async Task Clerks_see_rounds_but_do_not_run_them()
    {
        var round = await OpenedRound.Of(app, city);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Get(round.Page)).QuerySelector("#mine").ShouldNotBeNull();
        foreach (var page in new[] { $"{Page}/new", $"{round.Page}/schedule" })
            (await app.Get(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Get(round.Page)).QuerySelectorAll("a[href$='/schedule']").ShouldBeEmpty();
    }

    private async Task Given(string template, bool onlyStatutory = false)
    {
        var form = EvaluationForm.Draft(FormSettings.Templates[template] with { OnlyStatutory = onlyStatutory });
        form.IssueFrom(new(2026), [], null, Now);
        await app.Given(form);
    }

    private async Task Answered(OpenedRound round, string choice, string reason)
    {
        await using var db = app.OpenDb();
        var sheet = await db.EvaluationSheets.AsTracking().Include(s => s.Answers).Include(s => s.Stages).SingleAsync(s => s.RoundId == round.Round.Id && s.ProjectId == city.OwnProject.Id, TestContext.Current.CancellationToken);
        sheet.Answer(round.Form, 1, round.Direction, AnswerValue.Of(choice, reason), 0, null, Now);
        sheet.Submit(round.Round, round.Form, 1, null, Now, Tokyo.DayOf(Now));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IDocument> Act(OpenedRound round, string handler, IEnumerable<string> keys, params (string Name, string Value)[] more)
    {
        var token = (await app.Get($"{round.Page}/sheets")).QuerySelector("#chosen [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = keys.Select(k => KeyValuePair.Create("Chosen", k)).Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value))).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return await App.Parse(await app.Follow(await app.Browser.PostAsync($"{round.Page}/sheets?handler={handler}", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken)));
    }

    private async Task<string> Department(string name)
    {
        await using var db = app.OpenDb();
        return (await db.Departments.SingleAsync(d => d.Name == name, TestContext.Current.CancellationToken)).Id.Value.ToString();
    }
}
