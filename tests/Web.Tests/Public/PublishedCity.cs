using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;

namespace Web.Tests.Public;

/// <summary>A city with three releases: of 1 November 2026, of 10 November (withdrawn on the 12th) and of 22 November. Today is 25 November.</summary>
public sealed class PublishedCity : IDisposable
{
    public static readonly PublicKey Plan = new("plannnn"), Policy = new("pccccc2"), Measure = new("mssssr3"), Project = new("prjct22"), Unpriced = new("prjct33"), Indicator = new("ndctr22"), Survey = new("srvy222"), Figure = new("fgrrr22"), Term = new("trmmm22"), Sheet = new("shtprj2"), Missed = new("shtmss2"), ItemSheet = new("shttmm2"), Yearly = new("rndyrl2"), MidTerm = new("rndmid2");
    private static readonly PublicKey Edition = new("dtnnnn2"), Office = new("dptmnt2"), Form = new("frmmm22");

    public PublishedCity()
    {
        var writer = new ReleaseWriter(App.DataFolder, App.Clock);
        Publish(writer, new(2026, 11, 1), "最初の公表", Content("見直し前の名前"));
        var mistaken = Publish(writer, new(2026, 11, 10), "誤りのある公表", Content("誤った名前"));
        Publish(writer, new(2026, 11, 22), "正しい公表", Content("こどもの居場所づくり"));
        App.Clock.Set(new(2026, 11, 12, 3, 0, 0, TimeSpan.Zero));
        new ReleaseStore(App.DataFolder).Withdraw(App.Code, mistaken.Id, "政策企画", App.Clock.GetUtcNow().UtcDateTime, "事業の名前に誤りがありました。");
        App.Clock.Set(new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
    }

    public App App { get; } = new();

    /// <summary>Every page of the public face, with the keys of this city.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "", "plan", $"plan/{Policy}", $"plan/{Measure}", "plans", $"plans/{Plan}", $"plans/{Plan}/{Measure}", "strategy", "sdgs", "sdgs/11", "sdgs/14", "projects", "projects?q=%E5%B1%85%E5%A0%B4%E6%89%80", $"projects?item={Policy}&department={Office}",
        $"projects/{Project}", $"projects/{Unpriced}", $"indicators/{Indicator}", "terms", "glossary", "structure", $"plans/{Plan}/compare", "process", $"surveys/{Survey}", "data", "data/items", "evaluations", "evaluations/2025", "evaluations/2026", "evaluations/2025?list=improvements", "evaluations/2025?list=opinions", $"evaluations/2025?round={Yearly}&of=items", $"evaluations/2025/{Sheet}", $"evaluations/2025/{Missed}", $"evaluations/2025/{ItemSheet}", "releases", "releases/20261101-01", "releases/20261122-01", "search", "search?q=%E5%B1%85",
    ];

    public async Task<(HttpResponseMessage Response, string Body)> Fetch(string path, string? accept = null, string? knows = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{App.Public}/{path}");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        if (knows is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", knows);
        var response = await App.Browser.SendAsync(request);
        return (response, accept is null ? await response.Content.ReadAsStringAsync() : "");
    }

    public void Dispose() => App.Dispose();

    public ReleaseEntry Publish(ReleaseWriter writer, DateOnly day, string note, ReleaseContent content)
    {
        App.Clock.Set(new(day.Year, day.Month, day.Day, 3, 0, 0, TimeSpan.Zero));
        return writer.Publish(new(App.Code, "奥州市"), content, note);
    }

    public static ReleaseContent Content(string projectName) => new()
    {
        Plans = [new(Plan, PlanKind.ActionPlan, "アクションプラン", new(2025), new FiscalYear(2032), null, "自治基本条例第27条", "計画の**目的**です。", "出典 https://city.example.jp/plan", null)],
        Levels = [new(Plan, 1, "政策", false), new(Plan, 2, "施策", true)],
        Editions = [new(Edition, Plan, "決定", EditionState.InForce, new(2025, 4, 1))],
        Items =
        [
            new(Plan, Edition, Policy, 1, null, 1, 1, "1", "子育て", "子育てを支える", null, true),
            new(Plan, Edition, Measure, 2, Policy, 1, 2, "1-1", "保育の充実", null, $"本文です。見守りもします。\n\n![図](図/{Figure})", true),
        ],
        Departments = [new(Office, "01", "こども課", null, new(2020), null)],
        Projects =
        [
            new(Project, "0001", projectName, "一般", true, "=HYPERLINK(\"x\")", PeriodKind.Repeated, new FiscalYear(2020), null, null, "@概要", "手段", null, "対象", "意図", "結果", true, false, true),
            new(Unpriced, "0002", "金額のない居場所の事業", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, true),
        ],
        Owners = [new(Project, new(2020), Office), new(Unpriced, new(2020), Office)],
        Placements = [new(Project, Plan, Measure, true), new(Unpriced, Plan, Measure, true), new(Project, Plan, Policy, false)],
        Money =
        [
            new(Project, new(2025), MoneyStage.Settled, MoneyKind.National, new Yen(1_000_000), null), new(Project, new(2025), MoneyStage.Settled, MoneyKind.Total, new Yen(3_000_000), null),
            new(Project, new(2026), MoneyStage.Initial, MoneyKind.Total, new Yen(182_400_000), null), new(Project, new(2026), MoneyStage.Initial, MoneyKind.Bond, null, Absence.Dash),
        ],
        Staffing = [new(Project, new(2025), MoneyStage.Settled, 2m, 412.5m, null)],
        Indicators = [new(Indicator, "訪問した割合", "%", IndicatorKind.Outcome, "台帳から数えます。", true)],
        IndicatorUses = [new(Indicator, Project, null, null, 1), new(Indicator, null, Plan, Measure, 1)],
        Actuals = [new(Indicator, new(2024), 84m, ActualStatus.Final, null), new(Indicator, new(2025), 92.4m, ActualStatus.Preliminary, null), new(Indicator, new(2026), null, ActualStatus.NotKnown, null)],
        Targets = [new(Indicator, new(2030), 1, 93m, null, new(2025, 4, 1), null), new(Indicator, new(2030), 2, 95m, null, new(2026, 3, 1), "計画の見直し")],
        Evaluations = [new(Project, new(2026))],
        Answers = [new(Project, new(2026), EvaluationStage.Self, 1, "今後の方向性", "継続", "理由です。"), new(Project, new(2026), EvaluationStage.Manager, 1, "今後の方向性", "縮小", null)],
        Rounds = [new(Yearly, "令和7年度の評価", new(2025), new(2024), FormUse.Yearly, true), new(MidTerm, "中間年の評価", new(2025), new(2024), FormUse.MidTerm, true)],
        Reviews = [new(Yearly, "行政評価委員会", new(2025, 8, 20), true)],
        ReviewOpinions =
        [
            new(Sheet, 1, "利用した人の声を示してほしい。", ResponseKind.Adopted, "アンケートの結果を加えます。", new(2026, 3, 31), ResponseProgress.UnderWay),
            new(Sheet, 2, "場所を増やしてほしい。", ResponseKind.NotAdopted, "利用が少ないため、増やしません。", null, null),
        ],
        Forms = [new(Form, "事務事業評価", FormTarget.Project)],
        FormStages = [new(Form, 1, "自己評価"), new(Form, 2, "二次評価")],
        Questions =
        [
            new(Form, new("qmnny22"), 1, "お金と指標", "事業費の推移", QuestionKind.Money, null, null), new(Form, new("qndct22"), 2, "お金と指標", "指標の推移", QuestionKind.Indicators, null, null), new(Form, new("qmmbr22"), 3, "お金と指標", "構成する事業", QuestionKind.Projects, null, null),
            new(Form, new("qfllw22"), 4, "ふり返り", "昨年の改善", QuestionKind.Choice, QuestionRole.FollowUp, null), new(Form, new("qdrct22"), 5, "これから", "今後の方向性", QuestionKind.Choice, QuestionRole.Direction, null),
            new(Form, new("qrslt22"), 6, "これから", "成果の見通し", QuestionKind.Rating, QuestionRole.Result, null), new(Form, new("qcstt22"), 7, "これから", "コストの見通し", QuestionKind.Rating, QuestionRole.Cost, null),
            new(Form, new("qmprv22"), 8, "これから", "改善の取組", QuestionKind.Text, QuestionRole.Improvement, null), new(Form, new("qtbll22"), 9, "これから", "工程", QuestionKind.Table, null, null),
        ],
        Choices =
        [
            .. new[] { "拡大", "維持", "縮小" }.Select((c, i) => new ReleasedChoice(Form, new("qdrct22"), i + 1, c, c == "縮小" ? "量を減らす" : null)), .. new[] { "実施した", "実施していない" }.Select((c, i) => new ReleasedChoice(Form, new("qfllw22"), i + 1, c, null)),
            .. new[] { "上がる", "変わらない" }.Select((c, i) => new ReleasedChoice(Form, new("qrslt22"), i + 1, c, null)), .. new[] { "減る", "増える" }.Select((c, i) => new ReleasedChoice(Form, new("qcstt22"), i + 1, c, null)),
            .. new[] { "いつ", "何を" }.Select((c, i) => new ReleasedChoice(Form, new("qtbll22"), i + 1, c, null)),
        ],
        Sheets =
        [
            new(Sheet, Yearly, Form, 1, "0001 居場所づくり", Project, null, null, "こども課"), new(Missed, Yearly, Form, 2, "0002 金額のない居場所の事業", Unpriced, null, null, "こども課"),
            new(ItemSheet, Yearly, Form, 3, "1-1 保育の充実", null, Plan, Measure, null), new(new("shtmid2"), MidTerm, Form, 1, "1-1 保育の充実", null, Plan, Measure, null),
        ],
        SheetStages = [new(Sheet, 1, true), new(Sheet, 2, true), new(Missed, 1, false), new(Missed, 2, false), new(ItemSheet, 1, true), new(new("shtmid2"), 1, true)],
        SheetAnswers =
        [
            new(Sheet, new("qfllw22"), 1, "実施した", "窓口を1つにしました。", null), new(Sheet, new("qdrct22"), 1, "維持", "利用が続いているため", null), new(Sheet, new("qdrct22"), 2, "縮小", "重なる事業があるため", null),
            new(Sheet, new("qrslt22"), 1, "上がる", null, null), new(Sheet, new("qcstt22"), 1, "減る", null, null), new(Sheet, new("qmprv22"), 1, null, "予約の手間を減らします。", null), new(Sheet, new("qtbll22"), 1, null, "4月\t準備\n9月\t実施", null),
        ],
        SheetMoney = [new(Sheet, 1, new(2023), MoneyStage.Settled, "一般財源", MoneyKind.General, 1_234_567m, null, 0), new(Sheet, 1, new(2024), MoneyStage.Settled, "一般財源", MoneyKind.General, null, "未定", 0), new(Sheet, 2, new(2024), MoneyStage.Settled, "時間", null, 412.5m, null, 0)],
        SheetIndicators = [new(Sheet, 1, Indicator, "訪問した割合", "%", IndicatorKind.Outcome, "達成率は80%です。"), new(Sheet, 2, new("gonendc"), "もうない指標", "件", IndicatorKind.Activity, null)],
        SheetFigures = [new(Sheet, 1, new(2024), 95m, null, 84m, "速報"), new(Sheet, 2, new(2024), null, "増やす", null, "未把握")],
        SheetMembers = [new(ItemSheet, 1, Project, "0001 居場所づくり", 3_000_000m, null), new(ItemSheet, 2, Unpriced, "0002 金額のない居場所の事業", null, null)],
        Terms = [new(Term, "見守り", "みまもり", "声をかけ合うこと。", "市の条例", true)],
        Figures = [new(Figure, "見守りの図", "家と学校をつなぐ図", "市の資料", PictureKind.Png, 1, 1, "aa", true)],
        Pictures = [new(Figure, Convert.ToBase64String(Plans.Figures_of_plans.Dot))],
        Meetings = [new(1, "第1回審議会", "審議会", 2025, 5, null, null, null, "seed")],
        Surveys = [new(Survey, "市民アンケート", "18歳以上", new DateOnly(2025, 9, 17), new DateOnly(2025, 10, 17), 3000, 1237, 800, 437, null, null, null)],
        MayoralTerms = [new(new(2026, 3, 19), new(2030, 3, 18), "説明 https://city.example.jp/mayor")],
    };
}
