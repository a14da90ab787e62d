using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;

namespace Shirube.Exchange.Publishing;

[Holds("indicators", "指標", "公開の計画項目か事務事業で使われている指標。", "key")]
public sealed record ReleasedIndicator(
    [Means("指標のキー。変わりません")] PublicKey Key,
    [Means("指標の名前")] string Name,
    [Means("単位")] string? Unit,
    [Means("指標の種類")] IndicatorKind Kind,
    [Means("指標の説明(数え方と出典)")] string? Definition,
    [Means("見本として作った架空の内容か")] bool IsSample,
    [Means("達成率の求め方。決まっていないときは空")] IndicatorType? Type = null,
    [Means("基準値の年度")] FiscalYear? BaselineYear = null,
    [Means("基準値")] decimal? Baseline = null,
    [Means("範囲の目標の下限")] decimal? Lower = null,
    [Means("範囲の目標の上限")] decimal? Upper = null,
    [Means("範囲からこれだけ外れたら0%とする幅")] decimal? Tolerance = null,
    [Means("値を取る統計や台帳")] string? Source = null);

[Holds("expected_shares", "進んでいるはずの割合", "年度までに、基準値から目標値までの道のりのどれだけが進んでいるはずか。行がない指標は、毎年同じだけ進むものとします。", "indicator,fiscal_year")]
public sealed record ReleasedShare(
    [Means("指標のキー(indicators.key)")] PublicKey Indicator,
    [Means("年度")] FiscalYear FiscalYear,
    [Means("割合。1が目標までの全部")] decimal Share);

[Holds("series_breaks", "数え方の変更", "この年度から数え方が変わり、前の年度までの値と比べられないこと。", "indicator,fiscal_year")]
public sealed record ReleasedBreak(
    [Means("指標のキー(indicators.key)")] PublicKey Indicator,
    [Means("変わった最初の年度")] FiscalYear FiscalYear,
    [Means("何が変わったか")] string Note);

[Holds("assessment_rules", "判定の決まり", "指標の判定の決まり。1行だけです。", "name")]
public sealed record ReleasedRules(
    [Means("段階の名前")] string Name,
    [Means("判定できないときの表示")] string NotGraded,
    [Means("初年度も判定するか")] bool IsFirstYearGraded,
    [Means("100%を超える達成率と0%を下回る達成率を、まとめて示すか")] bool SaysBeyond);

[Holds("grade_bands", "判定の段階", "進度による判定の段階。よい順です。", "place")]
public sealed record ReleasedBand(
    [Means("よい順の番号。1から")] int Place,
    [Means("記号")] string Label,
    [Means("進度の下限(%)。この数を含みます。いちばん下の段階では空")] decimal? LowerBound,
    [Means("意味")] string Meaning);

[Holds("indicator_uses", "指標の使い先", "指標を使っている事務事業か計画項目。どちらか一方です。", "indicator,place,project,plan,item", Indexes = ["project", "plan,item"])]
public sealed record ReleasedIndicatorUse(
    [Means("指標のキー(indicators.key)")] PublicKey Indicator,
    [Means("使っている事務事業のキー(projects.key)")] PublicKey? Project,
    [Means("使っている項目の計画のキー(plans.key)")] PublicKey? Plan,
    [Means("使っている項目のキー(items.key)")] PublicKey? Item,
    [Means("そこでの順番")] int Place);

[Holds("actuals", "実績値", "指標の年度ごとの実績値。行がない年度は「記載なし」です。", "indicator,fiscal_year")]
public sealed record ReleasedActual(
    [Means("指標のキー(indicators.key)")] PublicKey Indicator,
    [Means("年度")] FiscalYear FiscalYear,
    [Means("値。状態が未把握か該当なしのときは空")] decimal? Value,
    [Means("値の状態")] ActualStatus Status,
    [Means("元の資料の表記(数でないとき)")] string? AsWritten,
    [Means("値についての注記")] string? Note = null,
    [Means("文章の目標についての判断")] Judgement? Judgement = null);

[Holds("targets", "目標値", "指標の年度ごとの目標値。変更前の目標もすべて残ります。同じ年度では改定の順番がいちばん大きいものが今の目標です。", "indicator,fiscal_year,revision")]
public sealed record ReleasedTarget(
    [Means("指標のキー(indicators.key)")] PublicKey Indicator,
    [Means("年度")] FiscalYear FiscalYear,
    [Means("その年度の目標の何番目か。1が最初の目標")] int Revision,
    [Means("目標値。数でないときは空")] decimal? Value,
    [Means("元の資料の表記(数でないとき)")] string? AsWritten,
    [Means("目標を定めた日")] DateOnly SetOn,
    [Means("目標を定めた、または変えた理由")] string? Reason);

[Holds("evaluations", "評価", "事務事業の評価。評価した年度の前の年度について判断したものです。", "project,year")]
public sealed record ReleasedEvaluation(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("評価した年度")] FiscalYear Year);

[Holds("answers", "評価の回答", "評価の設問ごとの回答。後の段階の回答は前の段階の回答を置き換えません。", "project,year,place,stage,question")]
public sealed record ReleasedAnswer(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("評価した年度")] FiscalYear Year,
    [Means("だれの判断か")] EvaluationStage Stage,
    [Means("設問の順番")] int Place,
    [Means("設問")] string Question,
    [Means("選んだ答え(元の表記のまま)")] string? Choice,
    [Means("理由や説明")] string? Text);

[Holds("meetings", "会議", "計画づくりの会議。", "place")]
public sealed record ReleasedMeeting(
    [Means("開かれた順の番号。1から")] int Place,
    [Means("会議の名前")] string Name,
    [Means("会議体(審議会など)")] string? Body,
    [Means("開かれた年(西暦)")] int Year,
    [Means("開かれた月")] int Month,
    [Means("開かれた日。月までしか分からないときは空")] int? Day,
    [Means("参加者(人数など)")] string? Participants,
    [Means("説明")] string? Note,
    [Means("出典")] string? Source);

[Holds("surveys", "アンケート", "行ったアンケートの概要。", "key")]
public sealed record ReleasedSurvey(
    [Means("アンケートのキー")] PublicKey Key,
    [Means("アンケートの名前")] string Name,
    [Means("対象")] string? Population,
    [Means("始まりの日")] DateOnly? FirstDay,
    [Means("終わりの日")] DateOnly? LastDay,
    [Means("配布数")] int? Sent,
    [Means("有効回答数")] int? Valid,
    [Means("うち郵送")] int? ByMail,
    [Means("うちウェブ")] int? ByWeb,
    [Means("公表されている回収率(%)。配布数と回答数が分からないときだけ")] decimal? StatedRate,
    [Means("説明")] string? Note,
    [Means("出典")] string? Source);

[Holds("mayoral_terms", "首長任期", "首長の任期。計画の期間とは一致しないことがあります。", "first_day")]
public sealed record ReleasedMayoralTerm(
    [Means("任期の最初の日")] DateOnly FirstDay,
    [Means("任期の最後の日")] DateOnly LastDay,
    [Means("説明(出典を含む)")] string? Note);
