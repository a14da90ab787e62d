namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ReorganizationCarriedOut(string reason) => new("reorganization-carried-out", $"機構改革「{reason}」はもう実行されているので、変更できません。", "直すには、取り消してから作り直してください。");

    public static Refusal ReorganizationSelf(string department) => new("reorganization-self", $"部課「{department}」を自分自身の後継にはできません。", "別の部課を選んでください。同じ部課が続くなら「残る」にしてください。");

    public static Refusal ReorganizationCycle(string department) => new("reorganization-cycle", $"部課「{department}」は、この機構改革でなくなる部課であり、後継でもあることになります。", "なくならない部課を後継に選ぶか、新しい部課を追加してください。");

    public static Refusal ReorganizationSuccessorNotThen(string department, string year) => new("reorganization-successor-not-then", $"部課「{department}」は{year}にはありません。", "その年度にある部課か、新しい部課を選んでください。");

    public static Refusal ReorganizationParentGone(string year) => new("reorganization-parent-gone", $"上位に選んだ部課は{year}にはありません。", "その年度にある部課を選んでください。");

    public static readonly Refusal ReorganizationPredecessorMissing = new("reorganization-predecessor-missing", "前身の部課が選ばれていません。", "なくなる、または仕事を渡す部課を選んでください。");

    public static readonly Refusal ReorganizationSuccessorMissing = new("reorganization-successor-missing", "後継の部課が選ばれていません。", "後継を選ぶか、後継がなければ「後継なしで廃止する」を選んでください。");

    public static Refusal ReorganizationPredecessorEnded(string department, string year) => new("reorganization-predecessor-ended", $"部課「{department}」は、{year}の前にもう終わることになっているか、まだ始まっていません。", "いま続いている部課を選んでください。");

    public static Refusal ReorganizationPredecessorTaken(string department, string year) => new("reorganization-predecessor-taken", $"部課「{department}」は、{year}の別の機構改革で前身になっています。", "どちらかの機構改革から外してください。");

    public static readonly Refusal ReorganizationEmpty = new("reorganization-empty", "新しい部課も、なくなる部課もありません。", "部課か、前身と後継を追加してください。");

    public static Refusal ReorganizationProjectsUnplaced(int count) => new("reorganization-projects-unplaced", $"行き先の決まっていない事務事業が{count}件あります。", "「3 移るもの」で、ひとつずつ、またはまとめて行き先を選んでください。");

    public static readonly Refusal ReorganizationNotCarriedOut = new("reorganization-not-carried-out", "この機構改革はまだ実行されていないか、もう取り消されています。", "一覧で状態を確かめてください。");

    public static Refusal ReorganizationDependedOn(string what) => new("reorganization-depended-on", $"取り消すと行き場のなくなるものがあります。{what}", "それを先に元へ戻すか、新しい機構改革で直してください。");
}
