namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal PutBackUnknown = new("put-back-unknown", "この欄は、前の値に戻せません。", "編集の画面で入力し直してください。");

    public static readonly Refusal PutBackNotThere = new("put-back-not-there", "その時点には、まだ登録されていませんでした。", "変更の記録から、あとの時点を選んでください。");

    public static readonly Refusal PutBackErased = new("put-back-erased", "その時点の値は消去済みのため、戻せません。", "編集の画面で入力し直してください。");

    public static Refusal PutBackDepartmentGone(string year) => new("put-back-department-gone", $"その時点の部課は{year}にはないため、戻せません。", "編集の画面で、いまある部課を選んでください。");

    public static readonly Refusal PutBackItemGone = new("put-back-item-gone", "その時点の計画の項目は、いまはないため、戻せません。", "編集の画面で、いまある項目を選んでください。");

    public static readonly Refusal PutBackNoTarget = new("put-back-no-target", "その時点には、この年度の目標がありませんでした。", "目標は経過が残るため、なかったことにはできません。編集の画面で新しい目標を入力してください。");
}
