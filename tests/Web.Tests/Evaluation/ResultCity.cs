using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Web.Tests.Office;

namespace Web.Tests.Evaluation;

/// <summary>A city with a round of last year and one of this year about its two projects and some more: a section and its manager answer, and some do not.</summary>
internal sealed class ResultCity
{
    private static readonly DateTime Now = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 9, 1);
    private readonly EvaluationForm form = MakeForm();

    private ResultCity(OfficeCity city) => City = city;

    public OfficeCity City { get; }
    public EvaluationRound Last { get; private set; } = null!;
    public EvaluationRound Round { get; private set; } = null!;
    public string Page => $"{App.Office}/evaluations/{Round.Key}/results";

    /// <param name="silent">How many projects more than the two have a sheet that nobody answered.</param>
    public static async Task<ResultCity> Of(App app, int silent = 1)
    {
        var made = new ResultCity(await OfficeCity.Of(app));
        await using var db = app.OpenDb();
        (made.Last, made.Round) = (Open("昨年の評価", 2025), Open("今年の評価", 2026));
        var more = Enumerable.Range(1, silent).Select(i => Project.Start(null, $"答えのない事業{i}")).ToList();
        foreach (var project in more)
            project.PlaceUnder(made.City.Plan.Id, made.City.Items[^1].Key);
        EvaluationSheet[] sheets =
        [
            made.Sheet(made.Last, made.City.OwnProject.Id, "産後ケア事業", "継続", null, "申込みを電子にする"),
            made.Sheet(made.Round, made.City.OwnProject.Id, "産後ケア事業", "拡充", "縮小", "=訪問を増やす", "一部実施"),
            made.Sheet(made.Round, made.City.OtherProject.Id, "市道改良事業", "継続", null, null),
            .. more.Select(p => EvaluationSheet.About(p.Id, p.Name, p.Name, made.Round, made.form)),
        ];
        db.AddRange(made.form, made.Last, made.Round);
        db.AddRange(more);
        db.AddRange(sheets);
        await db.SaveChangesAsync();
        return made;
    }

    private static EvaluationRound Open(string name, int year) =>
        EvaluationRound.Open(name, null, new(year), FormUse.Yearly, [new("自己評価", StageActor.Department, false, null, new(2027, 3, 31)), new("課長等意見", StageActor.DepartmentHead, false, null, new(2027, 3, 31))], null, Now);

    private static EvaluationForm MakeForm()
    {
        var made = EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "課長等意見"],
        [
            Choice("方向性", QuestionRole.Direction, [1, 2], "拡充", "継続", "縮小"), Choice("成果", QuestionRole.Result, [1], "向上", "維持"), Choice("コスト", QuestionRole.Cost, [1], "増加", "維持"),
            new("改善", QuestionKind.Text, "改善の取組", [1]) { Role = QuestionRole.Improvement }, Choice("改善の実施状況", QuestionRole.FollowUp, [1], "実施", "一部実施", "未実施"),
        ]));
        made.IssueFrom(new(2020), [made], null, Now);
        return made;
    }

    private static QuestionSpec Choice(string label, QuestionRole role, IReadOnlyList<int> stages, params string[] choices) => new("評価", QuestionKind.Choice, label, stages) { Role = role, Choices = [.. choices.Select(c => new ChoiceSpec(c))] };

    private EvaluationSheet Sheet(EvaluationRound round, ProjectId project, string name, string section, string? manager, string? improvement, string? done = null)
    {
        var sheet = EvaluationSheet.About(project, name, name, round, form);
        Answer(sheet, 1, QuestionRole.Direction, AnswerValue.Of(section, null));
        Answer(sheet, 1, QuestionRole.Result, AnswerValue.Of("向上", null));
        Answer(sheet, 1, QuestionRole.Cost, AnswerValue.Of(manager is null ? null : "増加", null));
        Answer(sheet, 1, QuestionRole.Improvement, AnswerValue.Of(null, improvement));
        Answer(sheet, 1, QuestionRole.FollowUp, AnswerValue.Of(done, null));
        sheet.Submit(round, form, 1, null, Now, Today);
        Answer(sheet, 2, QuestionRole.Direction, AnswerValue.Of(manager ?? "縮小", null));
        if (manager is not null)
            sheet.Submit(round, form, 2, null, Now, Today);
        return sheet;
    }

    private void Answer(EvaluationSheet sheet, int stage, QuestionRole role, AnswerValue value) => sheet.Answer(form, stage, form.Questions.First(q => q.Role == role).Key, value, 0, null, Now);
}
