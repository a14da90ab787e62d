using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Exchange.Publishing;

[Holds("plan_terms", "計画の期", "計画期間を区切る期(前期、後期など)。期に入らない年度がある計画もあります。", "plan,first_year")]
public sealed record ReleasedPlanTerm(
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("期の最初の年度")] FiscalYear FirstYear,
    [Means("期の最後の年度。この年度も含みます")] FiscalYear LastYear,
    [Means("期の名前")] string Name);

[Holds("plan_reviews", "見直しの判断", "計画を続けるか改めるかを判断する年度と、その結果。", "plan,year")]
public sealed record ReleasedPlanReview(
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("この年度の末に判断する")] FiscalYear Year,
    [Means("期の終わりでない年度に判断する理由")] string? Reason,
    [Means("結果。まだのときは空")] ReviewResult? Result,
    [Means("判断した会議や機関")] string? Body,
    [Means("判断した日")] DateOnly? Day,
    [Means("判断の理由")] string? Why);

[Holds("lineages", "計画の引き継ぎ", "前の計画の項目が、次の計画のどの項目に引き継がれるか。1つの組が1行です。", "from_plan,from_item,to_plan,to_item", Indexes = ["to_plan,to_item"])]
public sealed record ReleasedLineage(
    [Means("前の計画のキー(plans.key)")] PublicKey FromPlan,
    [Means("前の計画の項目のキー(items.key)。次の計画で新しく設けた項目では空")] PublicKey? FromItem,
    [Means("次の計画のキー(plans.key)")] PublicKey ToPlan,
    [Means("次の計画の項目のキー(items.key)。引き継がずに終わる項目では空")] PublicKey? ToItem,
    [Means("理由")] string? Reason);

[Holds("change_reasons", "変更の理由", "公開されている版で、項目を前の版から変えた理由。", "edition,item")]
public sealed record ReleasedChangeReason(
    [Means("版のキー(editions.key)")] PublicKey Edition,
    [Means("項目のキー(items.key)。その版でなくした項目のこともあります")] PublicKey Item,
    [Means("理由")] string Text);
