using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Exchange.Publishing;

[Holds("departments", "部課", "事務事業を担当する部課。組織の上下と、ある年度の範囲を持ちます。", "key")]
public sealed record ReleasedDepartment(
    [Means("部課のキー。変わりません")] PublicKey Key,
    [Means("部課コード")] string? Code,
    [Means("部課の名前")] string Name,
    [Means("上位の部課のキー(departments.key)")] PublicKey? Parent,
    [Means("設置された年度")] FiscalYear FirstYear,
    [Means("廃止された年度(その年度までありました)。今もあるときは空")] FiscalYear? LastYear);

[Holds("projects", "事務事業", "事務事業の内容。", "key")]
public sealed record ReleasedProject(
    [Means("事務事業のキー。変わりません")] PublicKey Key,
    [Means("団体が付けた事務事業の番号")] string? Number,
    [Means("事務事業の名前")] string Name,
    [Means("事務事業区分(団体の言葉のまま)")] string? Class,
    [Means("法令で義務づけられているか。分からないときは空")] bool? IsStatutory,
    [Means("根拠法令など")] string? LegalBasis,
    [Means("期間の区分。分からないときは空")] PeriodKind? PeriodKind,
    [Means("始まりの年度")] FiscalYear? FirstYear,
    [Means("終わりの年度")] FiscalYear? LastYear,
    [Means("期間の表記(元の資料のまま)")] string? PeriodAsWritten,
    [Means("概要")] string? Outline,
    [Means("手段")] string? Means,
    [Means("今年度の計画")] string? MeansPlanned,
    [Means("対象")] string? Target,
    [Means("意図")] string? Intent,
    [Means("結果")] string? Result,
    [Means("実施計画に載っているか。分からないときは空")] bool? InImplementationPlan,
    [Means("総合戦略に載っているか。分からないときは空")] bool? InRegionalStrategy,
    [Means("見本として作った架空の内容か")] bool IsSample);

[Holds("owners", "担当部課", "事務事業を担当する部課。次の担当が始まる年度の前の年度まで続きます。", "project,from_year", Indexes = ["department"])]
public sealed record ReleasedOwner(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("この年度から")] FiscalYear FromYear,
    [Means("部課のキー(departments.key)")] PublicKey Department);

[Holds("placements", "位置づけ", "事務事業が計画のどの項目の下にあるか。計画ごとに主な位置づけは1つです。", "project,plan,item", Indexes = ["plan,item"])]
public sealed record ReleasedPlacement(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("計画のキー(plans.key)")] PublicKey Plan,
    [Means("項目のキー(items.key)")] PublicKey Item,
    [Means("主な位置づけか(集計では主な位置づけだけを数えます)")] bool IsMain);

[Holds("budget_lines", "予算科目", "事務事業の予算科目。1つの事業に複数あることがあります。", "project,place")]
public sealed record ReleasedBudgetLine(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("順番。1から")] int Place,
    [Means("会計")] string? Account,
    [Means("款")] string? Category,
    [Means("項")] string? Item,
    [Means("目")] string? SubItem,
    [Means("事業")] string? Line);

[Holds("money", "金額", "事務事業の年度・段階・区分ごとの金額。行がないものは「記載なし」で、0円ではありません。要求と査定の段階は含みません。", "project,fiscal_year,stage,kind", Indexes = ["fiscal_year,stage,kind"])]
public sealed record ReleasedMoney(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("年度")] FiscalYear FiscalYear,
    [Means("段階")] MoneyStage Stage,
    [Means("区分(財源か、資料に書かれた計)")] MoneyKind Kind,
    [Means("金額(円)。金額でないときは空")] Yen? Amount,
    [Means("金額でない理由。金額があるときは空")] Absence? Absence);

[Holds("staffing", "人員", "事務事業にかかる人員。", "project,fiscal_year,stage")]
public sealed record ReleasedStaffing(
    [Means("事務事業のキー(projects.key)")] PublicKey Project,
    [Means("年度")] FiscalYear FiscalYear,
    [Means("段階")] MoneyStage Stage,
    [Means("人数(資料のまま)")] decimal? Heads,
    [Means("年間の時間数")] decimal? Hours,
    [Means("人工(年間を通した人数に換算したもの)")] decimal? Fte);
