namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal ActualStatusMismatch = new("actual-status-mismatch", "指標の値と状態が合いません。", "「未把握」「該当なし」では値を空に、それ以外では値を入力してください。");

    public static Refusal MeasuredPeriodTooLong(int most) => new("measured-period-too-long", $"測定期間は、{most}年より短くしてください。", "始まりと終わりの年月を確かめてください。");

    public static Refusal MeasuredPeriodUnreadable(string text) => new("measured-period-unreadable", $"「{text}」を測定期間として読めません。", "「令和5年10月〜令和6年9月」「2023/10-2024/9」「令和6年10月1日」のように入力してください。");

    public static Refusal MeasuredPeriodWithoutValue(string year) => new("measured-period-without-value", $"{year}に値がないので、測定期間を残せません。", "先に実績か状態を入力してください。");

    public static Refusal TargetReasonMissing(string year) => new("target-reason-missing", $"{year}の目標を変えるには、理由が必要です。", "理由を入力してください。前の目標も残ります。");

    public static Refusal IndicatorOfOthers(string indicator) => new("indicator-of-others", $"指標「{indicator}」はほかの部課のものなので、変更できません。", "指標を使う事務事業を担当する部課の人か、政策企画担当に頼んでください。");

    public static readonly Refusal IndicatorUseMissing = new("indicator-use-missing", "指標を使う事務事業か計画の項目が見つかりません。", "事務事業か計画の項目のページから追加してください。");

    public static readonly Refusal RangeTurned = new("range-turned", "目標の範囲の下限が、上限より大きくなっています。", "下限と上限を確かめてください。");

    public static readonly Refusal ToleranceBelowZero = new("tolerance-below-zero", "許容幅が0より小さくなっています。", "範囲からどれだけ外れたら0%とするかを、0以上の数で入力してください。");

    public static readonly Refusal BaselineYearMissing = new("baseline-year-missing", "基準値の年度がありません。", "基準値がいつの値かを入力してください。");

    public static readonly Refusal MonthOutside = new("month-outside", "値がわかる月は、1から12までです。", "月の数を入力してください。決まっていなければ空にしてください。");

    public static Refusal ShareOutside(string year) => new("share-outside", $"{year}の進んでいるはずの割合は、0から100までです。", "その年度の末までに、目標までの何%まで進んでいるはずかを入力してください。");

    public static Refusal RemarkWithoutValue(string year) => new("remark-without-value", $"{year}に値も状態もないため、注記や判断を書けません。", "先に値か、「未把握」などの状態を入力してください。");

    public static Refusal UnitDiffers(string typed, string? unit) => new("unit-differs", unit is null ? $"「{typed}」には単位が付いていますが、この指標には単位がありません。" : $"「{typed}」の単位は、この指標の単位「{unit}」と違います。", "値を確かめて、数だけを入力してください。単位は自動では直しません。");

    public static readonly Refusal ValuesGone = new("values-gone", "入力した指標のなかに、もうないものがあります。まだ何も保存していません。", "「いまの内容を見る」から開き直してください。");

    public static Refusal BandsOutside(int most) => new("bands-outside", $"判定の段階は、2から{most}までです。", "段階を足すか、減らしてください。");

    public static readonly Refusal BandIncomplete = new("band-incomplete", "判定の段階に、記号か意味がない、または長すぎるものがあります。", "記号は10字まで、意味は100字までで、すべての段階に入力してください。");

    public static readonly Refusal BandTwice = new("band-twice", "同じ記号の段階が2つあります。", "段階ごとに違う記号にしてください。");

    public static readonly Refusal BandsNotFalling = new("bands-not-falling", "判定の段階の下限が、よい順に小さくなっていません。", "上からよい順に下限を書き、いちばん下の段階の下限は空にしてください。");
}
