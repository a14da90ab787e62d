namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal LinkToItself = new("link-to-itself", "同じ項目どうしをつなごうとしています。", "別の計画の項目を選んでください。");

    public static readonly Refusal LinkWithinPlan = new("link-within-plan", "同じ計画の中の項目どうしは、つなげません。", "別の計画の項目を選んでください。同じ計画の中の上下は、体系で表します。");

    public static readonly Refusal LinkedAlready = new("linked-already", "この2つの項目は、もうつながっています。", "説明を直すときは、いちど外してから、つなぎ直してください。");

    public static readonly Refusal LinkUnknown = new("link-unknown", "選んだつながりが見つかりません。", "画面を開き直して確かめてください。ほかの人が外したのかもしれません。");

    public static readonly Refusal GoalMissing = new("goal-missing", "SDGsの目標を選んでいません。", "1から17までの目標を選んでください。");

    public static Refusal GoalUnknown(int goal) => new("goal-unknown", $"SDGsの目標に「{goal}」はありません。", "1から17までの目標を選んでください。");

    public static Refusal TargetUnknown(int goal, string target) => new("target-unknown", $"SDGsの目標{goal}に、ターゲット「{target}」はありません。", $"「{goal}.1」や「{goal}.a」のように、目標{goal}にあるターゲットの番号を入力してください。");

    public static Refusal GoalLinkedAlready(int goal, string target) => new("goal-linked-already", $"SDGsの目標{goal}{(target.Length > 0 ? $"のターゲット{target}" : "")}とは、もうつながっています。", "いまのつながりを編集してください。");

    public static readonly Refusal OwnGoalRelatesToNone = new("own-goal-relates-to-none", "SDGsの17の目標を、1つも選んでいません。", "関わりのある目標を、1つ以上選んでください。");

    public static Refusal MemberAlready(string name) => new("member-already", $"もう「{name}」に入っています。", "ほかの項目か事務事業を選んでください。");

    public static readonly Refusal InitiativeWithoutPlan = new("initiative-without-plan", "重点プロジェクトの計画を選んでいません。", "どの計画の重点プロジェクトかを選んでください。");

    public static readonly Refusal MemberUnknown = new("member-unknown", "選んだ事務事業が見つかりません。", "一覧から選び直してください。");

    public static readonly Refusal PartnerDoesNothing = new("partner-does-nothing", "活動の内容が空です。", "何を行うかを入力してください。");

    public static readonly Refusal PartnerServesNothing = new("partner-serves-nothing", "SDGsの目標も計画の項目も選んでいません。", "どちらかを選んでください。両方でもかまいません。");

    public static Refusal ItemHasLinks(string title, int count) => new("item-has-links", $"「{title}」に{count}件のつながりがあるため、削除できません。", "先に、項目の「つながり」で外してください。");
}
