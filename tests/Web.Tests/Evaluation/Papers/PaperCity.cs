using Given;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Evaluation;

namespace Web.Tests.Evaluation;

/// <summary>A city on a fixed day with one round about two projects and a measure: the first sheet is answered in two stages of three, the second begun, the measure's silent.</summary>
internal sealed class PaperCity : IDisposable
{
    public static readonly DateOnly Day = new(2026, 11, 27);
    public const string Secret = "庁内だけで話したこと";
    public const string Draft = "まだ出していない意見";
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestOffice office;
    private readonly EvaluationForm form = FormOfProjects();
    private readonly EvaluationForm measures = FormOfMeasures();

    private PaperCity(Engine engine)
    {
        office = TestOffice.On(engine);
        Db = office.Open();
        Db.Change = new(null, "test", null);
    }

    public OfficeDb Db { get; }
    public EvaluationRound Round { get; private set; } = null!;
    public Department Roads { get; } = Sample.Department("道路課");
    public Department Children { get; } = Sample.Department("こども課");
    public EvaluationSheet Answered { get; private set; } = null!;

    public static async Task<PaperCity> On(Engine engine, Action<PaperCity>? more = null)
    {
        var city = new PaperCity(engine);
        city.Round = EvaluationRound.Open("令和8年度の評価", null, new(2026), FormUse.Yearly,
            [new("自己評価", StageActor.Department, true, new(2026, 6, 1), new(2026, 6, 30)), new("課長等意見", StageActor.DepartmentHead, false, null, new(2026, 7, 31)), new("二次評価", StageActor.PlanningOffice, false, null, new(2026, 8, 31), Scope: StageScope.Chosen)], null, Now);
        await city.Fill();
        more?.Invoke(city);
        await city.Db.SaveChangesAsync();
        city.Db.ChangeTracker.Clear();
        return city;
    }

    public Task<PrintedRound> Printed(PaperFor readers = PaperFor.Office) => PrintedRound.Read(Db, new("サンプル市", Round.Key, readers), Day);

    private async Task Fill()
    {
        var plan = Sample.Plan("総合計画");
        var (edition, items) = Sample.Edition(plan, "決定");
        var (road, care) = (Project.Start("10", "道路を直す事業"), Project.Start("2", "産後ケア事業"));
        road.HandTo(Roads.Id, new(2020));
        care.HandTo(Children.Id, new(2020));
        road.Describe(new("傷んだ道路を直す。", "10路線を直した。", "12路線を直す。", "市道", "安心して通れる", "事故が減る"));
        road.Classify("施設整備", null, "道路法", null, null);
        road.Budget([new("01", "08", "02", "03", "0100")]);
        road.PlaceUnder(plan.Id, items[2].Key);
        road.NoteInternally("内線111 道路 太郎", "内輪のメモ");
        foreach (var (year, stage, general, bond) in new[] { (2023, MoneyStage.Settled, 1_000, 500), (2024, MoneyStage.Settled, 1_100, 600), (2025, MoneyStage.Initial, 1_300, 700), (2025, MoneyStage.Settled, 1_200, 650), (2026, MoneyStage.Requested, 9_999, 0) })
        {
            road.Record(new(year), stage, MoneyKind.General, Figure.Of(new(general * 1_000)));
            road.Record(new(year), stage, MoneyKind.Bond, bond == 0 ? Figure.None(Absence.Undecided) : Figure.Of(new(bond * 1_000)));
        }

        var indicator = Indicator.Define("直した道路", "km", IndicatorKind.Activity);
        indicator.UseFor(road.Id, 1);
        indicator.Measure(new(2024), 3.4m, ActualStatus.Final);
        indicator.Measure(new(2025), null, ActualStatus.NotKnown);
        indicator.Aim(new(2025), 4m, new(2023, 3, 1), null);
        Sheets(road, care, plan, items[1]);
        Db.AddRange([Roads, Children, plan, edition, .. items, road, care, indicator, form, measures, Round]);
        await Db.SaveChangesAsync();
    }

    private void Sheets(Project road, Project care, Plan plan, PlanItem measure)
    {
        Answered = EvaluationSheet.About(road.Id, road.Name, SheetOrder.Of(road.Number, road.Name), Round, form);
        Answer(Answered, "有効性", 1, AnswerValue.Of("A", null));
        Answer(Answered, "利用者", 1, AnswerValue.Of(null, null, 1234.5m));
        Answer(Answered, "見込み", 1, AnswerValue.OfTable([["令和9", "12路線"], ["令和10", ""]]));
        Answer(Answered, "今後の方向性", 1, AnswerValue.Of("継続", "傷みが続くため。"));
        Answer(Answered, "成果の説明", 1, AnswerValue.Of(null, "10路線が安心して通れるようになった。"));
        Answer(Answered, "特記事項", 1, AnswerValue.Of(null, Secret));
        Answered.Submit(Round, form, 1, null, Now, new(2026, 6, 10));
        Answered.Approve(Round, 1, null, Now);
        Answer(Answered, "今後の方向性", 2, AnswerValue.Of("縮小", "交通量が減ったため。"));
        Answered.Submit(Round, form, 2, null, Now, new(2026, 8, 1));
        var begun = EvaluationSheet.About(care.Id, care.Name, SheetOrder.Of(care.Number, care.Name), Round, form);
        Answer(begun, "今後の方向性", 1, AnswerValue.Of("拡充", Draft));
        begun.Carry([(Question("成果の説明"), 1, AnswerValue.Of(null, "昨年の答え"))], new(2025), null, Now);
        Db.AddRange(Answered, begun, EvaluationSheet.About(plan.Id, measure.Key, "1-1 サンプル施策1-1", SheetOrder.Of("1-1", "サンプル施策1-1"), null, Round, measures));
    }

    private PublicKey Question(string label) => form.Questions.Single(q => q.Label == label).Key;

    private void Answer(EvaluationSheet sheet, string label, int stage, AnswerValue value) => sheet.Answer(form, stage, Question(label), value, 0, null, Now);

    private static EvaluationForm FormOfProjects() => Issued(EvaluationForm.Draft(new("事業の様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "課長等意見", "二次評価"],
    [
        new("実績", QuestionKind.Money, "事業費", [1]), new("実績", QuestionKind.Indicators, "指標", [1]),
        new("評価", QuestionKind.Rating, "有効性", [1]) { Choices = [new("A", "高い"), new("B", "低い")] },
        new("評価", QuestionKind.Number, "利用者", [1]) { Unit = "人" },
        new("評価", QuestionKind.Table, "見込み", [1]) { Choices = [new("年度"), new("内容")] },
        new("評価", QuestionKind.Text, "成果の説明", [1]) { Role = QuestionRole.Result },
        new("今後", QuestionKind.Choice, "今後の方向性", [1, 2, 3]) { AsksReason = true, Role = QuestionRole.Direction, Choices = [new("拡充"), new("継続"), new("縮小")] },
        new("今後", QuestionKind.Text, "特記事項", [1]) { IsPublic = false, Role = QuestionRole.Improvement },
    ])));

    private static EvaluationForm FormOfMeasures() => Issued(EvaluationForm.Draft(new("施策の様式", FormTarget.Item, FormUse.Yearly, false, ["自己評価"],
    [
        new("実績", QuestionKind.Projects, "構成する事務事業", [1]), new("評価", QuestionKind.Text, "施策の総括", [1]) { Role = QuestionRole.Result },
    ])));

    private static EvaluationForm Issued(EvaluationForm form)
    {
        form.IssueFrom(new(2020), [], null, Now);
        return form;
    }

    public void Dispose()
    {
        Db.Dispose();
        office.Dispose();
    }
}
