using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;

namespace Shirube.Exchange.Tests.Publishing;

/// <summary>A data folder of its own, a clock that is set by hand, and a small city to publish.</summary>
internal sealed class City : IDisposable
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");

    public City() => Store = new(DataDir);

    public string DataDir { get; } = Directory.CreateTempSubdirectory("shirube-exchange-").FullName;
    public Clock Clock { get; } = new();
    public ReleaseStore Store { get; }
    public string Releases => Path.Combine(DataDir, "releases", Code.Value);

    public ReleaseEntry Publish(ReleaseContent? content = null, string? note = null) =>
        new ReleaseWriter(DataDir, Clock).Publish(new(Code, "サンプル市"), content ?? Content(), note);

    public static ReleaseContent Content(string projectName = "道路補修事業") => new()
    {
        Plans = [new(new("planaaa"), PlanKind.ActionPlan, "第2次計画", new(2022), new(2026), null, "条例第3条", "**計画**のねらい", "市の資料", null)],
        Levels = [new(new("planaaa"), 1, "政策", false), new(new("planaaa"), 2, "施策", true)],
        Editions = [new(new("edition"), new("planaaa"), "決定", EditionState.InForce, new(2022, 4, 1))],
        Items =
        [
            new(new("planaaa"), new("edition"), new("policya"), 1, null, 1, 1, "1", "くらしやすいまち", null, null, false),
            new(new("planaaa"), new("edition"), new("measure"), 2, new("policya"), 1, 2, "1-1", "道路の整備", "道をよくする", "本文です。", false),
        ],
        Departments = [new(new("deptaaa"), "0101", "建設課", null, new(2006), null)],
        Projects = [new(new("project"), "A1", projectName, "一般", null, null, PeriodKind.Repeated, null, null, "H18~", "傷んだ道路を直す", null, null, null, null, null, true, null, false)],
        Owners = [new(new("project"), new(2022), new("deptaaa"))],
        Placements = [new(new("project"), new("planaaa"), new("measure"), true)],
        BudgetLines = [new(new("project"), 1, "一般", "8", "2", "3", "0101")],
        Staffing = [new(new("project"), new(2024), MoneyStage.Settled, 2m, 1800.5m, null)],
        Money = [new(new("project"), new(2024), MoneyStage.Settled, MoneyKind.General, new(12_345_000), null), new(new("project"), new(2025), MoneyStage.Planned, MoneyKind.General, null, Absence.Undecided)],
        Indicators = [new(new("indicat"), "補修した延長", "km", IndicatorKind.Activity, null, false, IndicatorType.Progress, new(2022), 10m, 1m, 2m, 0.5m, "道路台帳")],
        IndicatorUses = [new(new("indicat"), new("project"), null, null, 1)],
        Actuals = [new(new("indicat"), new(2024), 12.50m, ActualStatus.Final, null), new(new("indicat"), new(2025), null, ActualStatus.NotKnown, null, "台帳を直しているため", Judgement.InProgress)],
        Shares = [new(new("indicat"), new(2024), 0.25m)],
        Breaks = [new(new("indicat"), new(2023), "市道に加えて農道も数えることにした")],
        Rules = [new("A・B", "算定不可", true, false)],
        Bands = [new(1, "A", 100m, "計画どおり"), new(2, "B", null, "遅れている")],
        Targets = [new(new("indicat"), new(2026), 1, 20m, null, new(2022, 3, 31), null), new(new("indicat"), new(2026), 2, 18m, null, new(2024, 3, 31), "交通量の見直し")],
        Evaluations = [new(new("project"), new(2025))],
        Answers = [new(new("project"), new(2025), EvaluationStage.Self, 1, "必要性", "高い", "傷みが進むため")],
        Rounds = [new(new("roundaa"), "令和7年度の評価", new(2025), new(2024), FormUse.Yearly, false)],
        Forms = [new(new("formaaa"), "事務事業評価", FormTarget.Project)],
        FormStages = [new(new("formaaa"), 1, "自己評価")],
        Questions = [new(new("formaaa"), new("questio"), 1, "評価", "今後の方向性", QuestionKind.Choice, QuestionRole.Direction, null)],
        Choices = [new(new("formaaa"), new("questio"), 1, "拡大", "量を増やす"), new(new("formaaa"), new("questio"), 2, "維持", null)],
        Sheets = [new(new("sheetaa"), new("roundaa"), new("formaaa"), 1, "道路補修事業", new("project"), null, null, "建設課")],
        SheetStages = [new(new("sheetaa"), 1, true)],
        SheetAnswers = [new(new("sheetaa"), new("questio"), 1, "維持", "傷みが進むため", null)],
        SheetMoney = [new(new("sheetaa"), 1, new(2024), MoneyStage.Settled, "一般財源", MoneyKind.General, 12_345_000m, null, 0)],
        SheetIndicators = [new(new("sheetaa"), 1, new("indicat"), "補修した延長", "km", IndicatorKind.Activity, "達成率 62.5%")],
        SheetFigures = [new(new("sheetaa"), 1, new(2024), 20m, null, 12.5m, null)],
        SheetMembers = [new(new("sheetaa"), 1, new("project"), "道路補修事業", 12_345_000m, null)],
        Reviews = [new(new("roundaa"), "行政評価委員会", new(2025, 8, 20), false)],
        ReviewOpinions = [new(new("sheetaa"), 1, "補修の順番を市民に示してほしい。", ResponseKind.Adopted, "順番の決め方を公開する。", new(2026, 3, 31), ResponseProgress.UnderWay)],
        ItemLinks = [new(new("planaaa"), new("measure"), new("planbbb"), new("goalaaa"), "基本目標を支える", false)],
        GoalLinks = [new(new("glinkaa"), 11, "11.2", null, new("planaaa"), new("measure"), Strength.Mainly, "移動を支える", false), new(new("glinkbb"), 9, null, new("project"), null, null, Strength.Related, null, false)],
        OwnGoalSets = [new("わが市のSDGs", "市でつくった目標", null)],
        OwnGoals = [new(new("owngoal"), 1, "水と緑", null, true)],
        OwnGoalRelations = [new(new("owngoal"), 6), new(new("owngoal"), 15)],
        Initiatives = [new(new("initiat"), new("planaaa"), 1, "つながるまち", null, true)],
        InitiativeMembers = [new(new("initiat"), null, new("planaaa"), new("measure")), new(new("initiat"), new("project"), null, null)],
        PartnerActivities = [new(new("partner"), "見守り隊", PartnerKind.District, "登下校を見守る", new(2024), null, 11, null, null, true)],
        PlanTerms = [new(new("planaaa"), new(2022), new(2024), "前期")],
        PlanReviews = [new(new("planaaa"), new(2024), null, ReviewResult.Keep, "庁議", new(2025, 2, 1), "目標に近づいているため"), new(new("planaaa"), new(2025), "国の制度が変わるため", null, null, null, null)],
        Lineages = [new(new("planbbb"), new("goalaaa"), new("planaaa"), new("measure"), "まとめるため"), new(new("planbbb"), null, new("planaaa"), new("measure"), null)],
        ChangeReasons = [new(new("edition"), new("measure"), "わかりやすくするため")],
        ProjectLineages = [new(new("project"), new("planaaa"), new("projnew")), new(new("projend"), new("planaaa"), null)],
        Terms = [new(new("termaaa"), "協働", "きょうどう", "ともに働くこと", "市の条例", false)],
        Figures = [new(new("figuraa"), "道路の図", "道路が町をつなぐ図", null, PictureKind.Png, 2, 1, "aa", true)],
        Pictures = [new(new("figuraa"), "iVBORw0KGgo=")],
        Meetings = [new(1, "第1回審議会", "総合計画審議会", 2025, 8, null, "35人", null, "市の資料")],
        Surveys = [new(new("surveya"), "市民アンケート", "18歳以上", new(2025, 7, 1), null, 3000, 1237, 800, 437, null, null, null)],
        MayoralTerms = [new(new(2022, 3, 20), new(2026, 3, 19), null)],
    };

    public void Dispose() => Directory.Delete(DataDir, recursive: true);
}

internal sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 4, 1, 3, 0, 0, TimeSpan.Zero);
    public override DateTimeOffset GetUtcNow() => Now;
}
