using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>How pages and the change log speak of rounds and sheets.</summary>
internal static class RoundWords
{
    public static readonly RecordWords EvaluationRound = new RecordWords("評価", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Name"] = "名前",
        ["Explanation"] = "説明",
        ["Year"] = FieldWord.Year("評価する年度"),
        ["Use"] = FieldWord.Of<FormUse>("種類", FormWords.Of),
        ["Projects.Scope"] = FieldWord.Of<ProjectScope>("対象の事務事業", Of),
        ["Projects.Class"] = "対象の区分",
        ["Projects.Department"] = FieldWord.Record("対象の部課"),
        ["IsSample"] = FieldWord.YesNo("サンプル"),
        ["Opened.By"] = FieldWord.Unsaid,
        ["Opened.AtUtc"] = FieldWord.Moment("始めた日時"),
        ["Closed.By"] = FieldWord.Unsaid,
        ["Closed.AtUtc"] = FieldWord.Moment("締め切った日時"),
    })
        .With(nameof(RoundStage), new("段階", (key, _) => $"{key[0]}番目の段階", new()
        {
            ["Name"] = "名前", ["Actor"] = FieldWord.Of<StageActor>("答える人", Of), ["NeedsApproval"] = FieldWord.YesNo("承認がいる"), ["OpensOn"] = FieldWord.Day("始まる日"), ["Due"] = FieldWord.Day("期限"),
            ["TakesLate"] = FieldWord.YesNo("期限後も受け付ける"), ["Scope"] = FieldWord.Of<StageScope>("対象のシート", Of), ["DrawnPercent"] = "抽出の割合(%)", ["Locked.By"] = FieldWord.Unsaid, ["Locked.AtUtc"] = FieldWord.Moment("締め切った日時"),
        }));

    public static readonly RecordWords EvaluationSheet = new RecordWords("評価シート", new()
    {
        ["Key"] = FieldWord.Unsaid, ["RoundId"] = FieldWord.Record("評価"), ["FormId"] = FieldWord.Record("様式"), ["ProjectId"] = FieldWord.Record("事務事業"), ["PlanId"] = FieldWord.Record("計画"), ["ItemKey"] = FieldWord.Unsaid,
        ["Name"] = "対象", ["SortKey"] = FieldWord.Unsaid, ["DepartmentId"] = FieldWord.Record("答える部課"), ["BasisId"] = FieldWord.Unsaid, ["FrozenOwnerId"] = FieldWord.Record("締め切ったときの部課"), ["FrozenJson"] = FieldWord.Unsaid,
    })
        .With(nameof(SheetStage), new("段階", (key, _) => $"{key[0]}番目の段階", new()
        {
            ["RoundStage"] = FieldWord.Unsaid, ["IsChosen"] = FieldWord.YesNo("この段階の対象"), ["Submission.By"] = FieldWord.Unsaid, ["Submission.AtUtc"] = FieldWord.Moment("提出"), ["Submission.IsLate"] = FieldWord.YesNo("期限後"),
            ["Approval.By"] = FieldWord.Unsaid, ["Approval.AtUtc"] = FieldWord.Moment("承認"), ["SentBack.By"] = FieldWord.Unsaid, ["SentBack.AtUtc"] = FieldWord.Moment("差し戻し"), ["SentBack.Reason"] = "差し戻しの理由",
        }))
        .With(nameof(SheetAnswer), new("答え", (key, names) => $"{key[1]}番目の段階「{names.Question(key[0])}」", new()
        {
            ["Choice"] = "答え", ["Text"] = "理由・内容", ["Number"] = "数", ["CarriedFrom"] = FieldWord.Year("引き継いだ年度"), ["Revision"] = FieldWord.Unsaid, ["By"] = FieldWord.Unsaid, ["AtUtc"] = FieldWord.Unsaid,
        }));

    public static string Of(ProjectScope scope) => scope switch { ProjectScope.All => "事務事業すべて", ProjectScope.Running => "その年度に行う事務事業", _ => "事務事業は対象にしない" };

    public static string Of(StageActor actor) => actor switch
    {
        StageActor.Department => "所管課の担当",
        StageActor.DepartmentHead => "所管課の課長・部長",
        StageActor.PlanningOffice => "政策企画担当",
        _ => "外部の委員(政策企画担当が書き写す)",
    };

    public static string Of(StageScope scope) => scope switch { StageScope.All => "すべてのシート", StageScope.Drawn => "抽出したシート", _ => "選んだシートだけ" };

    public static string Of(SheetState state) => state switch
    {
        SheetState.Waiting => "前の段階を待っています",
        SheetState.NotOpen => "まだ始まりません",
        SheetState.Open => "入力中",
        SheetState.SentBack => "差し戻し",
        SheetState.Submitted => "承認待ち",
        SheetState.Done => "済み",
        SheetState.Missed => "未提出で締切",
        _ => "対象外",
    };

    public static (Ui.Controls.Tone Tone, string Sign) MarkOf(SheetState state) => state switch
    {
        SheetState.Open => (Ui.Controls.Tone.Info, "…"),
        SheetState.SentBack => (Ui.Controls.Tone.Warn, "!"),
        SheetState.Submitted => (Ui.Controls.Tone.Info, "▲"),
        SheetState.Done => (Ui.Controls.Tone.Good, "✓"),
        SheetState.Missed => (Ui.Controls.Tone.Bad, "!"),
        _ => (Ui.Controls.Tone.Plain, "–"),
    };

    /// <summary>令和8年度に行う評価(令和7年度の実績)</summary>
    public static string YearsOf(EvaluationRound round) => $"{round.Year.Era}に行う評価({round.Judged.Era}{(round.Use == FormUse.ExAnte ? "に始めるもの" : "の実績")})";
}
