namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal ActualStatusMismatch = new("actual-status-mismatch", "指標の値と状態が合いません。", "「未把握」「該当なし」では値を空に、それ以外では値を入力してください。");

    public static Refusal TargetReasonMissing(string year) => new("target-reason-missing", $"{year}の目標を変えるには、理由が必要です。", "理由を入力してください。前の目標も残ります。");

    public static Refusal IndicatorOfOthers(string indicator) => new("indicator-of-others", $"指標「{indicator}」はほかの部課のものなので、変更できません。", "指標を使う事務事業を担当する部課の人か、政策企画担当に頼んでください。");

    public static readonly Refusal IndicatorUseMissing = new("indicator-use-missing", "指標を使う事務事業か計画の項目が見つかりません。", "事務事業か計画の項目のページから追加してください。");
}
