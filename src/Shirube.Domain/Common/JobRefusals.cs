namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal JobBroke(Guid id) =>
        new("job-broke", "処理が思わぬ誤りで止まりました。何も変わっていません。", $"もう一度試し、続くときは管理者に番号 {id} を伝えてください。");
}
