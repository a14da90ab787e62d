namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal ActualStatusMismatch = new("actual-status-mismatch", "指標の値と状態が合いません。", "「未把握」「該当なし」では値を空に、それ以外では値を入力してください。");
}
