using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Ui.Text;

/// <summary>The Japanese names of what the domain counts up.</summary>
public static class Names
{
    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Vision => "長期ビジョン",
        PlanKind.ActionPlan => "アクションプラン",
        PlanKind.RegionalStrategy => "総合戦略",
        PlanKind.SectorPlan => "分野別計画",
        PlanKind.BasicConcept => "基本構想",
        PlanKind.BasicPlan => "基本計画",
        PlanKind.ImplementationPlan => "実施計画",
        _ => "その他の計画",
    };

    public static string Of(EditionKind kind) => kind switch
    {
        EditionKind.Outline => "骨子",
        EditionKind.Draft => "素案",
        EditionKind.Proposal => "案",
        EditionKind.Decided => "決定",
        _ => "改訂",
    };

    public static string Of(LineageKind kind) => kind switch
    {
        LineageKind.Carried => "継続",
        LineageKind.Renamed => "名称変更",
        LineageKind.Merged => "統合",
        LineageKind.Split => "分割",
        LineageKind.Dropped => "終了",
        LineageKind.New => "新規",
        _ => "未記入",
    };

    public static string Of(ReviewResult result) => result == ReviewResult.Keep ? "続ける" : "改める";

    public static string Of(Numbering numbering) => numbering switch
    {
        Numbering.Plain => "1、2、3",
        Numbering.Parenthesised => "(1)、(2)、(3)",
        Numbering.Circled => "①、②、③",
        _ => "1-1、1-2(上の番号のあとに)",
    };

    public static string Of(MoneyStage stage) => stage switch
    {
        MoneyStage.Planned => "計画",
        MoneyStage.Requested => "要求",
        MoneyStage.Appraised => "査定",
        MoneyStage.Adopted => "採択",
        MoneyStage.Initial => "当初予算",
        MoneyStage.Supplementary => "補正後",
        _ => "決算",
    };

    public static string Of(MoneyKind kind) => kind switch
    {
        MoneyKind.National => "国庫支出金",
        MoneyKind.Prefectural => "都道府県支出金",
        MoneyKind.Bond => "地方債",
        MoneyKind.Other => "その他",
        MoneyKind.General => "一般財源",
        MoneyKind.Total => "事業費計",
        MoneyKind.Personnel => "人件費計",
        _ => "トータルコスト",
    };

    /// <summary>For the heads of narrow columns; the full name stands in the title.</summary>
    public static string Short(MoneyKind kind) => kind switch
    {
        MoneyKind.National => "国",
        MoneyKind.Prefectural => "都道府県",
        MoneyKind.Bond => "地方債",
        MoneyKind.Other => "その他",
        MoneyKind.General => "一般財源",
        MoneyKind.Total => "事業費計",
        MoneyKind.Personnel => "人件費",
        _ => "トータル",
    };

    public static string Of(Strength strength) => strength == Strength.Mainly ? "主に" : "関連して";

    public static string Of(PartnerKind kind) => kind switch
    {
        PartnerKind.Citizens => "市民",
        PartnerKind.District => "地域",
        PartnerKind.Company => "事業者",
        _ => "その他",
    };

    public static string Of(Absence absence) => absence == Absence.Undecided ? "未定" : "なし";

    public static string Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Activity => "活動指標",
        IndicatorKind.Population => "対象指標",
        _ => "成果指標",
    };

    public static string Of(ActualStatus status) => status switch
    {
        ActualStatus.Final => "実績",
        ActualStatus.Preliminary => "速報",
        ActualStatus.Estimated => "推計",
        ActualStatus.NotKnown => "未把握",
        _ => "該当なし",
    };

    public static string Of(EvaluationStage stage) => stage == EvaluationStage.Manager ? "課長等意見" : "自己評価";

    public static string Of(ResponseKind kind) => kind switch
    {
        ResponseKind.Adopted => "反映する",
        ResponseKind.PartlyAdopted => "一部反映する",
        ResponseKind.Considered => "今後検討する",
        _ => "反映しない",
    };

    public static string Of(ResponseProgress progress) => progress switch
    {
        ResponseProgress.NotStarted => "未着手",
        ResponseProgress.UnderWay => "対応中",
        _ => "対応済み",
    };

    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.Repeated => "単年度繰返",
        PeriodKind.SingleYear => "単年度のみ",
        _ => "期間限定複数年度",
    };

    /// <summary>One field a call asks for.</summary>
    public static string Of(EntryFields field) => field switch
    {
        EntryFields.Outline => "概要",
        EntryFields.Target => "対象",
        EntryFields.Intent => "意図",
        EntryFields.Means => "手段",
        EntryFields.MeansPlanned => "今年度の計画",
        EntryFields.Result => "結果",
        EntryFields.LegalBasis => "根拠",
        EntryFields.Class => "区分",
        EntryFields.Period => "期間",
        EntryFields.BudgetLines => "予算科目",
        EntryFields.Contact => "連絡先(庁内だけ)",
        EntryFields.Placement => "計画の中の位置",
        EntryFields.InitialBudget => "当初予算額",
        EntryFields.Settlement => "決算額",
        _ => "指標の実績値",
    };

    public static string Of(Role role) => role switch
    {
        Role.PlanningOffice => "政策企画",
        Role.Finance => "財政",
        Role.Entrant => "入力担当",
        Role.DepartmentHead => "課長・部長",
        Role.Reader => "閲覧",
        _ => "管理者",
    };

    /// <summary>Follows 「…する」: what one may do.</summary>
    public static string Of(Operation operation) => operation switch
    {
        Operation.Read => "見る",
        Operation.EditProject => "事務事業と指標を編集する",
        Operation.EditPlan => "計画を編集する",
        Operation.Import => "ファイルを取り込む",
        Operation.CallForEntries => "入力を依頼する",
        Operation.RunEvaluation => "評価を進める",
        Operation.AnswerSheet => "評価シートに答える",
        Operation.ApproveSheet => "評価シートを承認する",
        Operation.Publish => "公表する",
        Operation.ManageDepartments => "部課を管理する",
        _ => "職員を管理する",
    };

    public static string Of(Scope scope) => scope switch
    {
        Scope.All => "すべて",
        Scope.OwnDepartment => "自分の部課とその下",
        _ => "できません",
    };
}
