using System.Net;
using Given;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Evaluation_on_PostgreSQL(App app) : IClassFixture<App>
{
    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("032026");
    private readonly string office = $"/office/{Code}";

    [Fact]
    public async Task A_round_its_review_its_results_and_the_effects_of_the_strategy_are_read_and_written()
    {
        app.Services.GetRequiredService<Catalogue>().Create(Code, "見本市", PostgresServer.Instance.NewOffice());
        var (link, round, sheet, project) = await Filled();
        var browser = app.NewBrowser();
        var form = FilledForm.On(await App.Parse(await browser.GetAsync(link, TestContext.Current.CancellationToken)), null, new { UserName = "hanako", Password = "みずうみ-さんぽ-あさごはん", Again = "みずうみ-さんぽ-あさごはん" });
        (await browser.PostAsync(link, form.Content(), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Found);
        await Send(browser, $"evaluations/{round}/review", "#begin", Answers.Of(("Form.Body", "行政評価委員会")));
        await Send(browser, $"evaluations/{round}/review/sheets?of=differs", "#chosen", null);
        await Send(browser, $"evaluations/{round}/review/sheets", "#chosen", new { Chosen = sheet.Value });
        await Send(browser, $"sheets/{sheet}/review", "#ask", new { Question = "質問" });
        await Send(browser, $"sheets/{sheet}/review", "#opine", new { Opinion = "意見" });
        await Send(browser, $"sheets/{sheet}/review/questions/1/answer", "#answer", Answers.Of(("Form.Text", "回答")));
        await Send(browser, $"sheets/{sheet}/review/opinions/1/response", "#response", Answers.Of(("Form.Kind", "Adopted"), ("Form.Text", "行います。")));
        await Send(browser, $"sheets/{sheet}/review", "#confirm-1", new { });
        await Send(browser, $"evaluations/{round}/review", "#publish-form", new { });
        foreach (var page in new[] { "", "evaluations", $"evaluations/{round}", $"evaluations/{round}/sheets", $"evaluations/{round}/review", $"evaluations/{round}/review/sheets?direction=継続&q=見本", $"sheets/{sheet}", $"sheets/{sheet}/review", $"evaluations/{round}/results", $"evaluations/{round}/results/changes-imported/csv", $"evaluations/{round}/effects", $"evaluations/{round}/effects/goals/xlsx", $"projects/{project}", "changes" })
            (await browser.GetAsync($"{office}/{page}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        (await (await browser.GetAsync($"{office}/evaluations/{round}/effects", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("指標1件のうち、達成1件");
    }

    private async Task Send(HttpClient browser, string path, string form, object? answers)
    {
        var page = await App.Parse(await browser.GetAsync($"{office}/{path}", TestContext.Current.CancellationToken));
        if (answers is null)
        {
            page.QuerySelector(form).ShouldBeNull("no two stages of a sheet differ");
            return;
        }

        var filled = FilledForm.On(page, form, answers);
        var sent = await browser.PostAsync(new Uri(new Uri(page.Url), filled.Action), filled.Content(), TestContext.Current.CancellationToken);
        sent.StatusCode.ShouldBe(HttpStatusCode.Found, path);
    }

    // A project under the goal of a strategy with an indicator; its sheet of this year, and last year's evaluation from a file.
    private async Task<(string Link, PublicKey Round, PublicKey Sheet, PublicKey Project)> Filled()
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var year = FiscalYear.Of(Tokyo.DayOf(now));
        var strategy = Plan.Found(PlanKind.RegionalStrategy, "総合戦略", new(2022), new(2030));
        var edition = strategy.Draft("決定");
        var goal = PlanItem.Insert(edition.Id, strategy.AddLevel("基本目標", true), null, 1, "1", "基本目標");
        var department = Sample.Department();
        var project = Project.Start("P1", "見本の事業");
        project.HandTo(department.Id, new(2020));
        project.PlaceUnder(strategy.Id, goal.Key);
        project.Record(year.Previous, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_000)));
        var indicator = Indicator.Define("見本の指標", "件", IndicatorKind.Outcome);
        indicator.UseFor(strategy.Id, goal.Key, 1);
        indicator.AssessBy(new(IndicatorType.KeepHigher));
        indicator.Aim(year.Previous, 10, new(2022, 3, 31), null);
        indicator.Measure(year.Previous, 12, ActualStatus.Final);
        var form = OpenedRound.NewForm();
        form.IssueFrom(year, [], null, now);
        var due = Tokyo.DayOf(now).AddDays(14);
        var round = EvaluationRound.Open("見本の評価", null, year, FormUse.Yearly, [new("自己評価", StageActor.Department, false, null, due), new("課長等意見", StageActor.DepartmentHead, false, null, due), new("二次評価", StageActor.Outside, false, null, due, true, StageScope.Chosen)], null, now);
        var sheet = EvaluationSheet.About(project.Id, project.Name, "P1", round, form);
        var fact = EvaluationFact.Of(project.Id, year.Previous);
        fact.Answer(1, EvaluationStage.Self, "今後の方向性", "継続", "理由");
        await using var db = app.Services.GetRequiredService<Catalogue>().Open(Code);
        db.AddRange(strategy, edition, goal, department, project, indicator, form, round, sheet, fact);
        var link = (await new Invitations(db, app.Clock).Invite("見本 花子", "政策企画", null)).Path(Code);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (link, round.Key, sheet.Key, project.Key);
    }
}
