using Shirube.Domain.Common;
using Shirube.Domain.Links;

namespace Shirube.Exchange.Publishing;

[Holds("item_links", "項目のつながり", "ある計画の項目と、別の計画の項目のつながり。向きはなく、組ごとに1行です。", "plan,item,other_plan,other_item", Indexes = ["other_plan,other_item"])]
public sealed record ReleasedItemLink(
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("項目のキー(items.key)")] PublicKey Item,
    [Means("別の計画のキー(plans.key)")] PublicKey OtherPlan,
    [Means("別の計画の項目のキー(items.key)")] PublicKey OtherItem,
    [Means("どうつながるか")] string? Note,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("goal_links", "SDGsとのつながり", "計画の項目か事務事業(どちらか一方)が、SDGsのどの目標に関わるか。", "goal,key", Indexes = ["project", "plan,item"])]
public sealed record ReleasedGoalLink(
    [Means("つながりのキー。変わりません")] PublicKey Key,
    [Means("SDGsの目標の番号。1から17")] int Goal,
    [Means("ターゲットの番号(11.5、13.aなど)。目標全体のときは空")] string? Target,
    [Means("事務事業のキー(projects.key)")] PublicKey? Project,
    [Means("項目の計画のキー(plans.key)")] PublicKey? Plan,
    [Means("項目のキー(items.key)")] PublicKey? Item,
    [Means("関わりの強さ")] Strength Strength,
    [Means("理由")] string? Reason,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("own_goal_sets", "市独自の目標のまとまり", "団体がつくった独自の目標のまとまり。1つか、ありません。", "name")]
public sealed record ReleasedOwnGoalSet(
    [Means("まとまりの名前")] string Name,
    [Means("説明")] string? Words,
    [Means("出典")] string? Source);

[Holds("own_goals", "市独自の目標", "団体独自の目標。", "key")]
public sealed record ReleasedOwnGoal(
    [Means("目標のキー。変わりません")] PublicKey Key,
    [Means("並び順")] int Place,
    [Means("目標の名前")] string Name,
    [Means("説明")] string? Words,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("own_goal_relations", "市独自の目標とSDGs", "市独自の目標が、SDGsのどの目標に関わるか。", "own_goal,goal", Indexes = ["goal"])]
public sealed record ReleasedOwnGoalRelation(
    [Means("市独自の目標のキー(own_goals.key)")] PublicKey OwnGoal,
    [Means("SDGsの目標の番号。1から17")] int Goal);

[Holds("initiatives", "重点プロジェクト", "計画が、政策分野をまたいで重点的に取り組むもの。", "key", Indexes = ["plan"])]
public sealed record ReleasedInitiative(
    [Means("重点プロジェクトのキー。変わりません")] PublicKey Key,
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("計画の中での並び順")] int Place,
    [Means("名前")] string Name,
    [Means("説明")] string? Words,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("initiative_members", "重点プロジェクトに入るもの", "重点プロジェクトに入る計画の項目か事務事業。どちらか一方です。項目が入ると、その下の事務事業も入ります。", "initiative,project,plan,item", Indexes = ["project", "plan,item"])]
public sealed record ReleasedInitiativeMember(
    [Means("重点プロジェクトのキー(initiatives.key)")] PublicKey Initiative,
    [Means("事務事業のキー(projects.key)")] PublicKey? Project,
    [Means("項目の計画のキー(plans.key)")] PublicKey? Plan,
    [Means("項目のキー(items.key)")] PublicKey? Item);

[Holds("partner_activities", "連携・支援", "市民・地域・事業者が、SDGsの目標や計画の項目のために行っていること。", "key", Indexes = ["goal", "plan,item"])]
public sealed record ReleasedPartnerActivity(
    [Means("活動のキー。変わりません")] PublicKey Key,
    [Means("だれが(団体などの名前)")] string Who,
    [Means("種類")] PartnerKind Kind,
    [Means("何を")] string What,
    [Means("始まりの年度")] FiscalYear FirstYear,
    [Means("終わりの年度。続いているときは空")] FiscalYear? LastYear,
    [Means("SDGsの目標の番号。1から17")] int? Goal,
    [Means("項目の計画のキー(plans.key)")] PublicKey? Plan,
    [Means("項目のキー(items.key)")] PublicKey? Item,
    [Means("見本として作った架空の内容か")] bool IsSample);
