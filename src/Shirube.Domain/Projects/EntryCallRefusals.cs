namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal CallWithoutFields = new("call-without-fields", "入力を頼む欄が選ばれていません。", "1つ以上選んでください。");

    public static readonly Refusal CallWithoutYear = new("call-without-year", "金額か実績値を頼むのに、年度が空です。", "「2025」「令和7」のように、どの年度の値かを入力してください。");

    public static readonly Refusal CallWithoutDepartments = new("call-without-departments", "頼む部課が選ばれていません。", "1つ以上の部課を選んでください。");

    public static readonly Refusal CallWithoutDay = new("call-without-day", "期限が空です。", "入力を終えてほしい日を選んでください。");

    public static readonly Refusal CallDayPast = new("call-day-past", "期限が過ぎた日になっています。", "今日か、それより後の日を選んでください。");

    public static readonly Refusal CallDayUnchanged = new("call-day-unchanged", "期限が今の日と同じです。", "新しい期限を選んでください。");

    public static readonly Refusal CallReasonMissing = new("call-reason-missing", "理由が空です。", "理由を入力してください。記録に残ります。");

    public static Refusal CallClosed(string title) => new("call-closed", $"依頼「{title}」は締め切られています。", "続けるときは、政策企画担当に開き直しを頼んでください。");

    public static Refusal CallAsksNothing(string title) => new("call-asks-nothing", $"依頼「{title}」の条件に合う事務事業が1件もありません。", "部課、区分、年度の条件をゆるめてください。");
}
