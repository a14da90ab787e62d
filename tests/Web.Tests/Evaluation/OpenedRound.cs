using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Web.Tests.Office;

namespace Web.Tests.Evaluation;

/// <summary>A yearly round of this year about the two projects of the city: the section, its head who approves, the planning office.</summary>
internal sealed record OpenedRound(EvaluationRound Round, EvaluationForm Form, IReadOnlyList<(PublicKey Project, EvaluationSheet Sheet)> Sheets)
{
    public string Page => $"{App.Office}/evaluations/{Round.Key}";

    public PublicKey Direction => Form.InOrder.First(q => q.Role == QuestionRole.Direction).Key;
    public PublicKey Remark => Form.InOrder.First(q => q.Label == "特記事項").Key;

    public EvaluationSheet SheetOf(PublicKey project) => Sheets.Single(s => s.Project == project).Sheet;

    public string PageOf(Project project) => $"{App.Office}/sheets/{SheetOf(project.Key).Key}";

    public static async Task<OpenedRound> Of(App app, OfficeCity city, Func<StageSpec, StageSpec>? stage = null, FiscalYear? inYear = null)
    {
        var (now, year) = (app.Clock.GetUtcNow().UtcDateTime, inYear ?? FiscalYear.Of(Tokyo.DayOf(app.Clock.GetUtcNow().UtcDateTime)));
        var form = NewForm();
        form.IssueFrom(year, [], null, now);
        var due = Tokyo.DayOf(now).AddDays(14);
        var round = EvaluationRound.Open($"{year.Era}の評価", null, year, FormUse.Yearly,
            [.. new StageSpec[] { new("自己評価", StageActor.Department, true, null, due), new("課長等意見", StageActor.DepartmentHead, false, null, due), new("二次評価", StageActor.PlanningOffice, false, null, due) }.Select(stage ?? (s => s))], null, now);
        var sheets = new[] { city.OwnProject, city.OtherProject }.Select(p => (p.Key, EvaluationSheet.About(p.Id, p.Name, p.Number!, round, form))).ToList();
        await app.Given([form, round, .. sheets.Select(s => s.Item2)]);
        return new(round, form, sheets);
    }

    /// <summary>A form with a question of every kind.</summary>
    public static EvaluationForm NewForm() => EvaluationForm.Draft(new("評価シート", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "課長等意見", "二次評価"],
    [
        new("実績", QuestionKind.Money, "事業費", [1]), new("実績", QuestionKind.Indicators, "指標", [1]),
        new("評価", QuestionKind.Rating, "有効性", [1]) { Choices = [new("A", "高い"), new("B", "低い")] },
        new("評価", QuestionKind.Number, "利用者", [1]) { Unit = "人" },
        new("評価", QuestionKind.Table, "年度ごとの見込み", [1]) { Choices = [new("年度"), new("内容")] },
        new("今後", QuestionKind.Choice, "今後の方向性", [1, 2, 3]) { IsRequired = true, AsksReason = true, Role = QuestionRole.Direction, Choices = [new("拡充"), new("継続"), new("縮小")] },
        new("今後", QuestionKind.Text, "特記事項", [1]) { LongestText = 20, IsPublic = false },
    ]));

    public async Task<EvaluationSheet> Saved(App app, Project project)
    {
        await using var db = app.OpenDb();
        return await db.EvaluationSheets.AsNoTracking().Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().SingleAsync(s => s.RoundId == Round.Id && s.ProjectId == project.Id);
    }
}
