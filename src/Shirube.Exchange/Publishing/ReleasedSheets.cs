using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Exchange.Publishing;

[Holds("sheets", "評価シート", "締め切られた評価のシート。事務事業か計画項目のどちらか一方についてのものです。", "key", Indexes = ["round", "project", "plan,item"])]
public sealed record ReleasedSheet(
    [Means("シートのキー。変わりません")] PublicKey Key,
    [Means("評価の回のキー(evaluation_rounds.key)")] PublicKey Round,
    [Means("様式のキー(evaluation_forms.key)")] PublicKey Form,
    [Means("評価の回の中での並び順")] int Place,
    [Means("対象の名前(締め切ったとき)")] string Name,
    [Means("事務事業のキー(projects.key)")] PublicKey? Project,
    [Means("項目の計画のキー(plans.key)")] PublicKey? Plan,
    [Means("項目のキー(items.key)")] PublicKey? Item,
    [Means("答えた部課の名前(締め切ったとき)")] string? Department);

[Holds("sheet_stages", "シートの段階", "シートの対象になった段階と、提出されたか。", "sheet,stage")]
public sealed record ReleasedSheetStage(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("段階の番号(form_stages.stage)")] int Stage,
    [Means("提出されたか")] bool IsSubmitted);

[Holds("sheet_answers", "シートの答え", "提出された段階の答えのうち、公表する設問のもの。後の段階の答えは前の段階の答えを置き換えません。", "sheet,question,stage")]
public sealed record ReleasedSheetAnswer(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("設問のキー(form_questions.key)")] PublicKey Question,
    [Means("段階の番号(form_stages.stage)")] int Stage,
    [Means("選んだ答え")] string? Choice,
    [Means("理由や説明。表の設問では、行を改行で、欄をタブで区切ったもの")] string? Text,
    [Means("答えた数")] decimal? Number);

[Holds("sheet_money", "シートの金額と人員", "シートにのせた金額と人員。評価を締め切ったときのままです。", "sheet,place,year")]
public sealed record ReleasedSheetMoney(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("行の順番")] int Place,
    [Means("年度")] FiscalYear Year,
    [Means("予算の段階")] MoneyStage Stage,
    [Means("行の名前")] string Name,
    [Means("金額の種類。人員の行では空")] MoneyKind? Kind,
    [Means("金額(円)か、人員の数")] decimal? Value,
    [Means("数の代わりの表記")] string? Words,
    [Means("合計のうち、金額が分からない事業の数")] int Unknown);

[Holds("sheet_indicators", "シートの指標", "シートにのせた指標。評価を締め切ったときのままです。", "sheet,place")]
public sealed record ReleasedSheetIndicator(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("順番")] int Place,
    [Means("指標のキー(indicators.key)")] PublicKey Indicator,
    [Means("指標の名前")] string Name,
    [Means("単位")] string? Unit,
    [Means("指標の種類")] IndicatorKind Kind,
    [Means("達成率・進度・判定を言葉にしたもの")] string? Assessed);

[Holds("sheet_figures", "シートの指標の値", "シートにのせた指標の、年度ごとの目標と実績。", "sheet,place,year")]
public sealed record ReleasedSheetFigure(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("指標の順番(sheet_indicators.place)")] int Place,
    [Means("年度")] FiscalYear Year,
    [Means("目標値")] decimal? Target,
    [Means("目標の表記(数でないとき)")] string? TargetWords,
    [Means("実績値")] decimal? Actual,
    [Means("実績の表記(数でないとき)や、値の状態")] string? ActualWords);

[Holds("sheet_members", "シートの構成事業", "計画項目のシートにのせた、項目を構成する事務事業。評価を締め切ったときのままです。", "sheet,place")]
public sealed record ReleasedSheetMember(
    [Means("シートのキー(sheets.key)")] PublicKey Sheet,
    [Means("順番")] int Place,
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("事務事業の名前")] string Name,
    [Means("対象の年度の事業費(円)")] decimal? Cost,
    [Means("事業費の代わりの表記")] string? CostWords);
