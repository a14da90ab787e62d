using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Exchange.Publishing;

[Holds("plans", "計画", "公開の版がある計画。総合計画のほか、総合戦略や個別計画を含みます。", "key")]
public sealed record ReleasedPlan(
    [Means("計画のキー。変わりません")] PublicKey Key,
    [Means("計画の種類")] PlanKind Kind,
    [Means("計画の名前")] string Name,
    [Means("計画期間の最初の年度")] FiscalYear FirstYear,
    [Means("計画期間の最後の年度。終わりが定まっていないときは空")] FiscalYear? LastYear,
    [Means("計画期間の説明(年度だけでは表せないとき)")] string? PeriodNote,
    [Means("根拠となる条例など")] string? LegalBasis,
    [Means("計画の説明(Markdown)")] string? Summary,
    [Means("出典")] string? Source,
    [Means("前の計画のキー(plans.key)。公開されていないときは空")] PublicKey? Predecessor);

[Holds("levels", "階層", "計画ごとの階層(政策、施策など)。", "plan,place")]
public sealed record ReleasedLevel(
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("上から数えた順番。1がいちばん上")] int Place,
    [Means("階層の名前")] string Name,
    [Means("この階層の項目に事務事業を置くか")] bool CarriesProjects);

[Holds("editions", "版", "公開されている計画の版。作成中の版は含みません。", "key", Indexes = ["plan"])]
public sealed record ReleasedEdition(
    [Means("版のキー")] PublicKey Key,
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("版の名前")] string Label,
    [Means("版の状態")] EditionState State,
    [Means("その状態になった日")] DateOnly Since);

/// <summary>Why an edition is public.</summary>
public enum EditionState
{
    /// <summary>The record of a plan already in force.</summary>
    InForce,
    /// <summary>Opened for consultation.</summary>
    UnderConsultation,
}

[Holds("items", "計画項目", "計画の版ごとの項目(政策、施策など)。上位の項目をたどると木になります。", "edition,tree_order", Indexes = ["key", "plan,key", "edition,parent"])]
public sealed record ReleasedItem(
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("版のキー(editions.key)")] PublicKey Edition,
    [Means("項目のキー。版が変わっても同じ項目は同じキー")] PublicKey Key,
    [Means("階層の順番(levels.place)")] int Level,
    [Means("上の項目のキー(同じ版の items.key)。いちばん上では空")] PublicKey? Parent,
    [Means("同じ上位項目の中での順番。1から")] int Place,
    [Means("版の中での通し順。木を上から読む順番")] int TreeOrder,
    [Means("項目の番号(計画書の表記)")] string? Code,
    [Means("項目の題名")] string Title,
    [Means("やさしい言い方の題名")] string? PlainTitle,
    [Means("本文(Markdown)")] string? Body,
    [Means("見本として作った架空の内容か")] bool IsSample);
