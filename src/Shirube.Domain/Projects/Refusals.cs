using Shirube.Domain.Projects;

namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal AmountTooLarge(string project, Yen amount) =>
        new("amount-too-large", $"事務事業「{project}」の金額 {amount} は{Figure.Largest}を超えています。", "単位(円・千円)を確かめてください。");

    public static Refusal ProjectNumberTaken(string number, string name) =>
        new("project-number-taken", $"事務事業ID「{number}」は「{name}」で使われています。", "別のIDにしてください。");

    public static Refusal ImportUndone(string file) => new("import-undone", $"「{file}」の取込はすでに取り消されています。", "もう一度取り込むには、ファイルを選び直してください。");

    public static Refusal BudgetLineUnreadable(string line) => new("budget-line-unreadable", $"予算科目「{line}」は5つより多い部分に分かれます。", "会計・款・項・目・事業の順に「/」で区切ってください。");

    public static Refusal FollowerMissing => new("follower-missing", "引き継ぐ先の事務事業が選ばれていません。", "事務事業を1つ以上選ぶか、「終わる」を選んでください。");

    public static Refusal FollowsItselfAlone => new("follows-itself-alone", "引き継ぐ先が、その事務事業自身だけです。", "そのまま続けるときは、何も書かずに、次の計画の項目に置いてください。ほかの事務事業にも分けるときは、それも選んでください。");
}
