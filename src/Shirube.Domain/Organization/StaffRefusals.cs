namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal StaffNumberTooLong(int longest) => new("staff-number-too-long", $"職員番号が{longest}字を超えています。", "番号だけを入力してください。");

    public static Refusal StaffNumberTaken(string number, string name) => new("staff-number-taken", $"職員番号「{number}」は{name}さんのものです。", "番号を確かめてください。同じ人なら、その人の画面で変更してください。");

    public static readonly Refusal PostBegan = new("post-began", "もう始まっている役割なので、なかったことにはできません。", "最後の日を入れて終わらせてください。");

    public static readonly Refusal PostUnknown = new("post-unknown", "その役割はもうありません。", "画面を開き直して、いまの役割を確かめてください。");

    public static readonly Refusal PostHasDeputy = new("post-has-deputy", "この役割には代理の人がいます。", "先に代理を取り消してください。");

    public static readonly Refusal DeputyOfOneself = new("deputy-of-oneself", "自分の役割の代理にはなれません。", "ほかの人を選んでください。");

    public static readonly Refusal DeputyOutsidePost = new("deputy-outside-post", "代理の期間が、もとの役割の期間からはみ出しています。", "もとの役割が続いている日の中で選んでください。");

    public static Refusal DeputyAlready(string name) => new("deputy-already", $"同じ日に、もう{name}さんの代理になっています。", "期間を変えるか、いまの代理を先に終わらせてください。");

    public static readonly Refusal DayMissing = new("day-missing", "日付が空です。", "年月日を入力してください。");

    public static readonly Refusal ImportRunning = new("import-running", "いま、ほかの取り込みが動いています。", "終わるまで待ってから取り込んでください。");

    public static Refusal RecordUnknown(string text) => new("record-unknown", $"「{text}」が見つかりません。", "一覧で名前かIDを確かめてください。");
}
