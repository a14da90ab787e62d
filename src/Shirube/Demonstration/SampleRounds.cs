using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Evaluation;

namespace Shirube.Demonstration;

/// <summary>Two invented rounds: the summary of the current plan (現行計画の総括, 令和7年11月 to 8年2月 as the city's own paper dates it), closed, and this year's evaluation of the projects, under way.</summary>
internal sealed class SampleRounds
{
    private static readonly DateTime SummaryOpened = new(2025, 11, 4, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime SummaryClosed = new(2026, 2, 20, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Handling = ["引き継ぐ", "改めて引き継ぐ", "引き継ぐ", "ほかの施策とまとめる"];

    private readonly DemonstrationContent content;
    private readonly PersonId planner;
    private readonly EvaluationRound summary;
    private readonly EvaluationRound yearly;
    private readonly List<EvaluationSheet> sheets = [];
    private readonly SampleReview review;

    public SampleRounds(DemonstrationContent content, PersonId planner, DateTime nowUtc)
    {
        (this.content, this.planner) = (content, planner);
        summary = EvaluationRound.Open(Sample.Mark("現行計画の総括"), "次の計画をつくる前に、いまの計画を施策ごとに振り返ったものです。答えはすべて架空です。", new(2025), FormUse.MidTerm,
            [new("主管課", StageActor.Department, false, new(2025, 11, 4), new(2025, 12, 19)), new("部長", StageActor.DepartmentHead, false, null, new(2026, 1, 16)), new("政策企画課", StageActor.PlanningOffice, false, null, new(2026, 2, 13))], planner, SummaryOpened, isSample: true);
        var today = Tokyo.DayOf(nowUtc);
        yearly = EvaluationRound.Open(Sample.Mark($"{FiscalYear.Of(today).Era} 事務事業評価"), "昨年と変わったところだけ直してください。使い方を見ていただくための架空の評価です。", FiscalYear.Of(today), FormUse.Yearly,
            [new("自己評価", StageActor.Department, false, null, today.AddDays(12)), new("課長等意見", StageActor.DepartmentHead, false, null, today.AddDays(26))], planner, nowUtc, isSample: true);
        foreach (var (item, i) in content.Plans.Current.ItemsOf(1).Select((m, i) => (m, i)))
            Summarize(item, i);
        foreach (var (project, i) in content.Samples.Projects.Select((p, i) => (p, i)))
            Evaluate(project, i, nowUtc);
        review = new(planner);
        review.OfSummary(summary, sheets.Where(s => s.RoundId == summary.Id), SummaryClosed.AddDays(-30));
        review.OfYear(yearly, sheets.Where(s => s.RoundId == yearly.Id && IsOfClerk(s)).Take(1), today);
    }

    public IEnumerable<Aggregate> All => [summary, yearly, .. sheets, .. review.All];

    /// <summary>Closes the summary with the figures that are there.</summary>
    public async Task Close(OfficeDb db, CancellationToken stop)
    {
        var round = await db.EvaluationRounds.AsTracking().Include(r => r.Stages).SingleAsync(r => r.Id == summary.Id, stop);
        round.Close(planner, SummaryClosed);
        await new KeptFigures(db).Keep(round, new(2025));
        await db.SaveChangesAsync(stop);
    }

    private void Summarize(PlanItem item, int i)
    {
        var form = content.Forms.MidTerm;
        var sheet = EvaluationSheet.About(content.Plans.Current.Plan.Id, item.Key, $"{item.Code} {item.Title}", SheetOrder.Of(item.Code, item.Title), DepartmentOf(item), summary, form);
        var (grade, handling) = ("ABBC"[i % 4].ToString(), Handling[i % 4]);
        Answer(sheet, form, 1, SummaryOpened, grade, handling);
        sheet.Submit(summary, form, 1, planner, SummaryOpened.AddDays(30), new(2025, 12, 4));
        Write(sheet, form, 2, "計画期間の達成状況", AnswerValue.Of(i % 5 == 4 ? "B" : grade, "所管課の自己評価を確かめた。(サンプル)"));
        sheet.Submit(summary, form, 2, planner, SummaryOpened.AddDays(60), new(2026, 1, 3));
        Write(sheet, form, 3, "次の計画での扱い", AnswerValue.Of(i % 7 == 3 ? "改めて引き継ぐ" : handling, "次の計画の体系に合わせて整理する。(サンプル)"));
        sheet.Submit(summary, form, 3, planner, SummaryOpened.AddDays(90), new(2026, 2, 2));
        sheets.Add(sheet);
    }

    private void Evaluate(Project project, int i, DateTime nowUtc)
    {
        var (form, today) = (content.Forms.Yearly, Tokyo.DayOf(nowUtc));
        var sheet = EvaluationSheet.About(project.Id, project.Name, SheetOrder.Of(project.Number, project.Name), yearly, form);
        if (content.Samples.Evaluations.LastOrDefault(e => e.ProjectId == project.Id && e.Year < yearly.Year) is { } last)
            sheet.Carry(new EarlierAnswers(last.Year, null, null, last).For(form, yearly), last.Year, null, nowUtc);
        sheets.Add(sheet);
        // why: the projects of the clerk who signs in to the demonstration are left to be tried.
        if (i % 3 != 0 || IsOfClerk(sheet))
            return;
        Answer(sheet, form, 1, nowUtc, null, i % 4 == 0 ? "改善" : "継続");
        sheet.Confirm(1, null, planner, nowUtc);
        sheet.Submit(yearly, form, 1, planner, nowUtc, today);
        if (i % 6 != 0)
            return;
        Write(sheet, form, 2, "今後の方向性", AnswerValue.Of(i % 12 == 0 ? "改善" : "継続", null));
        Write(sheet, form, 2, "全体総括・今後の改革改善の内容", AnswerValue.Of(null, "利用者の声を聞きながら進める。(サンプル)"));
        sheet.Submit(yearly, form, 2, planner, nowUtc, today);
    }

    /// <summary>An answer to every required question of a stage, and to those that promise something.</summary>
    private void Answer(EvaluationSheet sheet, EvaluationForm form, int stage, DateTime atUtc, string? rating, string direction)
    {
        foreach (var question in form.InOrder.Where(q => q.IsAnswered && q.Stages.Contains(stage) && (q.IsRequired || q.Role == QuestionRole.Improvement)))
        {
            var choices = form.ChoicesOf(question);
            var choice = choices.Count == 0 ? null : question.Role == QuestionRole.Direction ? direction : question.Kind == QuestionKind.Rating ? rating : choices[0].Label;
            var text = choices.Count > 0 ? question.AsksReason ? "記録と利用者の声から判断した。(サンプル)" : null : $"「{question.Label}」の記入例です。(サンプル)";
            sheet.Answer(form, stage, question.Key, AnswerValue.Of(choice, text), sheet.Find(question.Key, stage)?.Revision ?? 0, planner, atUtc);
        }
    }

    private void Write(EvaluationSheet sheet, EvaluationForm form, int stage, string label, AnswerValue value) =>
        sheet.Answer(form, stage, form.Questions.Single(q => q.Label == label).Key, value, 0, planner, summary.Opened.AtUtc);

    private bool IsOfClerk(EvaluationSheet sheet) => content.Samples.Projects.FirstOrDefault(p => p.Id == sheet.ProjectId)?.OwnerIn(yearly.Year) == content.Departments["こども家庭課"].Id;

    private DepartmentId? DepartmentOf(PlanItem item) =>
        content.Samples.Projects.FirstOrDefault(p => p.Placements.Any(l => l.ItemKey == item.Key))?.OwnerIn(new(2025));
}
