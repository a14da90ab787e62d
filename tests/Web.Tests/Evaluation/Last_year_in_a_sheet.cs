using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Last_year_in_a_sheet : IAsyncLifetime
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
    public async Task Last_years_answers_of_the_department_roll_forward_as_suggestions_and_those_of_others_do_not()
    {
        var last = await OpenedRound.Of(app, city, inYear: new(2025));
        await Answered(last, "継続", "昨年の理由");
        await using (var db = app.OpenDb())
        {
            var copy = (await FormMemory.Forms(db).SingleAsync(f => f.Id == last.Form.Id, TestContext.Current.CancellationToken)).Copy(last.Form.Spec with { Name = "次の年の様式" });
            copy.IssueFrom(new(2026), [], null, Now);
            db.Add(copy);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.SendForm($"{Page}/new?year=2026&use=Yearly", Answers.Of(("Form.Projects", "All")), "main form[method=post]");
        await using var now = app.OpenDb();
        var sheet = await now.EvaluationSheets.Include(s => s.Answers).SingleAsync(s => s.ProjectId == city.OwnProject.Id && s.RoundId != last.Round.Id, TestContext.Current.CancellationToken);
        sheet.Answers.Select(a => (a.Stage, a.Choice, a.Text, a.CarriedFrom)).ShouldBe([(1, "継続", "昨年の理由", new FiscalYear(2025))]);
        sheet.BasisId.ShouldBe(last.SheetOf(city.OwnProject.Key).Id);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.Get($"{App.Office}/sheets/{sheet.Key}");
        page.QuerySelector(".sheet-last")!.TextContent.ShouldContain("昨年の理由");
        page.QuerySelector(".sheet-last")!.TextContent.ShouldContain("課長の昨年の意見", Case.Sensitive, "what others said is shown");
        page.QuerySelector(".sheet-carried")!.TextContent.ShouldContain("令和7年度の答えのままです");
        await app.SendForm(page.Url, new { }, "#sheet");
        (await Carried(sheet.Id)).ShouldBe(1, "saving alone confirms nothing");
        await Press(page.Url, "Confirm");
        (await Carried(sheet.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task An_evaluation_brought_in_from_a_file_counts_as_last_years()
    {
        var fact = EvaluationFact.Of(city.OwnProject.Id, new(2025));
        fact.Answer(1, EvaluationStage.Self, "今後の方向性", "改善", null);
        fact.Answer(2, EvaluationStage.Self, "成果の向上余地", "余地がある", "周知が足りない");
        fact.Answer(3, EvaluationStage.Self, "事業費の削減余地", "昔の選択肢", "理由");
        fact.Answer(4, EvaluationStage.Manager, "今後の方向性", "継続", "課長の意見");
        await app.Given(fact);
        await Given("eight-axes");
        await app.SendForm($"{Page}/new?year=2026&use=Yearly", Answers.Of(("Form.Projects", "All")), "main form[method=post]");
        await using var db = app.OpenDb();
        var sheet = await db.EvaluationSheets.Include(s => s.Answers).SingleAsync(s => s.ProjectId == city.OwnProject.Id, TestContext.Current.CancellationToken);
        sheet.Answers.Select(a => (a.Choice, a.Text)).ShouldBe([("改善", null), ("余地がある", "周知が足りない")], ignoreOrder: true, "a choice that the form does not offer is not taken");
        (await app.Get($"{App.Office}/sheets/{sheet.Key}")).QuerySelector("main")!.TextContent.ShouldContain("課長の意見");
    }

    [Fact]
    public async Task A_file_of_the_year_of_the_sheet_before_stands_beside_it_and_what_was_promised_is_asked_after()
    {
        await Given("four-levels");
        await app.SendForm($"{Page}/new?year=2026&use=Yearly", Answers.Of(("Form.Projects", "All")), "main form[method=post]");
        var direction = await Promise("改善を約束する");
        var fact = EvaluationFact.Of(city.OwnProject.Id, new(2026));
        fact.Answer(1, EvaluationStage.Self, direction, "廃止", "ファイルの理由");
        fact.Answer(2, EvaluationStage.Self, "改善の内容と時期", null, "ファイルの約束");
        await app.Given(fact);
        await app.SendForm($"{Page}/new?year=2027&use=Yearly", Answers.Of(("Form.Projects", "All")), "main form[method=post]");
        await using var db = app.OpenDb();
        var sheet = await db.EvaluationSheets.Include(s => s.Answers).OrderBy(s => s.Id).LastAsync(s => s.ProjectId == city.OwnProject.Id, TestContext.Current.CancellationToken);
        var followUp = await db.Set<FormQuestion>().FirstAsync(q => q.FormId == sheet.FormId && q.Role == QuestionRole.FollowUp, TestContext.Current.CancellationToken);
        sheet.Answers.ShouldAllBe(a => a.QuestionKey != followUp.Key, "how far a promise was carried out is asked anew");
        var page = await app.Get($"{App.Office}/sheets/{sheet.Key}");
        var asked = page.QuerySelector($"[data-question='{followUp.Key}']")!.Closest(".sheet-question")!.TextContent;
        asked.ShouldContain("令和8年度に決めた改善");
        asked.ShouldContain("改善を約束する");
        asked.ShouldContain("ファイルの約束");
        page.QuerySelector("main")!.TextContent.ShouldContain("(取り込んだ評価)");
        page.QuerySelector("main")!.TextContent.ShouldContain("ファイルの理由");
        (await app.CountQueries($"{App.Office}/sheets/{sheet.Key}")).ShouldBeLessThanOrEqualTo(12);
    }

    // Answers and submits the section's stage of the only round; returns the words of the question about the direction.
    private async Task<string> Promise(string improvement)
    {
        await using var db = app.OpenDb();
        var sheet = await db.EvaluationSheets.AsTracking().Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().SingleAsync(s => s.ProjectId == city.OwnProject.Id, TestContext.Current.CancellationToken);
        var (form, round) = (await FormMemory.Forms(db).SingleAsync(f => f.Id == sheet.FormId, TestContext.Current.CancellationToken), await db.EvaluationRounds.Include(r => r.Stages).SingleAsync(TestContext.Current.CancellationToken));
        foreach (var question in form.InOrder.Where(q => q.IsAnswered && q.Stages.Contains(1)))
            sheet.Answer(form, 1, question.Key, question.Role == QuestionRole.Improvement ? AnswerValue.Of(null, improvement) : AnswerValue.Of(form.ChoicesOf(question).FirstOrDefault()?.Label, "理由", question.Kind == QuestionKind.Number ? 1 : null), 0, null, Now);
        sheet.Submit(round, form, 1, null, Now, new(2026, 4, 1));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return form.InOrder.First(q => q.Role == QuestionRole.Direction && q.Stages.Contains(1)).Label;
    }

    private async Task Given(string template)
    {
        var form = EvaluationForm.Draft(FormSettings.Templates[template]);
        form.IssueFrom(new(2026), [], null, Now);
        await app.Given(form);
    }

    private async Task Answered(OpenedRound round, string choice, string reason)
    {
        await using var db = app.OpenDb();
        var sheet = await db.EvaluationSheets.AsTracking().Include(s => s.Answers).Include(s => s.Stages).SingleAsync(s => s.RoundId == round.Round.Id && s.ProjectId == city.OwnProject.Id, TestContext.Current.CancellationToken);
        sheet.Answer(round.Form, 1, round.Direction, AnswerValue.Of(choice, reason), 0, null, Now);
        sheet.Submit(round.Round, round.Form, 1, null, Now, Tokyo.DayOf(Now));
        sheet.Approve(round.Round, 1, null, Now);
        sheet.Answer(round.Form, 2, round.Direction, AnswerValue.Of("縮小", "課長の昨年の意見"), 0, null, Now);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> Carried(EvaluationSheetId id)
    {
        await using var db = app.OpenDb();
        return await db.Set<SheetAnswer>().CountAsync(a => a.SheetId == id && a.CarriedFrom != null, TestContext.Current.CancellationToken);
    }

    private async Task Press(string path, string handler)
    {
        var form = FilledForm.On(await app.Get(path), "#sheet", new { });
        await app.Browser.PostAsync($"{path}?handler={handler}", form.Content(), TestContext.Current.CancellationToken);
    }
}
