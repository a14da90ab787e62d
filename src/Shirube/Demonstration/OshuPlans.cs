using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;

namespace Shirube.Demonstration;

/// <summary>The plans of 奥州市 as far as public papers tell them; only the items marked as samples are invented.</summary>
internal sealed class OshuPlans
{
    private const string Paper = "「次期総合計画の策定について」(令和8年4月28日 政策企画部政策企画課)";
    private const string Ordinance = "奥州市自治基本条例(平成21年市条例第1号)第27条";
    private static readonly DateTime Presented = new(2026, 4, 28, 0, 0, 0, DateTimeKind.Utc);

    public OshuPlans(PersonId planner)
    {
        Concept = MakeConcept();
        Current = MakeCurrent();
        Strategy = MakeStrategy();
        Vision = MakeVision(planner);
        Next = MakeNext();
        Next.Plan.Divide(4);
        NextOther = MakeNextOther(Next);
        NextOther.Edition.Open(planner, Presented);
        Vision.Plan.Succeed(Concept.Plan, []);
        Next.Plan.Succeed(Current.Plan, []);
    }

    public PlanDraft Concept { get; }
    /// <summary>The basic plan in force; its tree is a sample, because the real one is not in the public material at hand.</summary>
    public PlanDraft Current { get; }
    public PlanDraft Strategy { get; }
    public PlanDraft Vision { get; }
    /// <summary>The action plan being drafted; its tree is a sample.</summary>
    public PlanDraft Next { get; }
    /// <summary>案② of the action plan, a sample as well.</summary>
    public PlanDraft NextOther { get; }
    public IEnumerable<Aggregate> All => [.. Concept.All, .. Current.All, .. Strategy.All, .. Vision.All, .. Next.All, .. NextOther.All.Where(a => a is not Plan)];

    private static PlanDraft MakeConcept()
    {
        var draft = new PlanDraft(Plan.Found(PlanKind.BasicConcept, "第2次奥州市総合計画", new(2017), new(2026)), "決定", EditionKind.Decided, ("区分", false), ("項目", false));
        draft.Plan.Describe("第2次奥州市総合計画", new(2017), new(2026), "平成29年度から令和8年度まで(10年)", Ordinance,
            "めざすべき都市像「**地域の個性がひかり輝く 自治と協働のまち 奥州市**」をかかげる、現行の総合計画です。基本構想・基本計画・実施計画の3つの層でできています。",
            "https://www.city.oshu.iwate.jp/soshiki/1/3490.html");
        draft.Edition.BringIn(null, Presented);
        draft.Write(null, null, "めざすべき都市像", "地域の個性がひかり輝く 自治と協働のまち 奥州市");
        var outline = draft.Write(null, null, "施策の大綱", "大綱は6つあります。ここには、公開資料で名前を確かめられたものだけを載せています。");
        draft.Write(outline, "1", "みんなで創る生きがいあふれるまちづくり");
        var strategic = draft.Write(null, null, "戦略プロジェクト");
        draft.Write(strategic, null, "人口減少対策");
        draft.Write(strategic, null, "国際リニアコライダー(ILC)");
        var layers = draft.Write(null, null, "計画の構成");
        draft.Write(layers, null, "基本構想", "平成29年度から令和8年度まで(10年)。めざすべき都市像と施策の大綱を示します。");
        draft.Write(layers, null, "前期基本計画", "平成29年度から令和3年度まで(5年)。");
        draft.Write(layers, null, "後期基本計画", "令和4年度から令和8年度まで(5年)。");
        draft.Write(layers, null, "実施計画", "具体的な取組を示します。次年度以降3年を単位として、毎年度ローリング方式で見直します。");
        return draft;
    }

    private static PlanDraft MakeCurrent()
    {
        var draft = new PlanDraft(Plan.Found(PlanKind.BasicPlan, "第2次奥州市総合計画 後期基本計画", new(2022), new(2026)), "決定", EditionKind.Decided, ("政策", false), ("施策", true));
        draft.Plan.Describe("第2次奥州市総合計画 後期基本計画", new(2022), new(2026), "令和4年度から令和8年度まで(5年)", Ordinance,
            "計画の名前と期間は公開資料によります。施策の一覧を公開資料で確かめられなかったため、**この計画の下にある政策・施策・事務事業・指標・金額は、すべて使い方を見ていただくための「サンプル」です**。",
            "https://www.city.oshu.iwate.jp/soshiki/1/3490.html");
        draft.Edition.BringIn(null, Presented);
        PlanItem? policy = null;
        foreach (var row in Sample.Table("sample-tree.txt"))
            if (row[0].Contains('-'))
                draft.Invent(policy, row[0], row[1], row[2]);
            else
                policy = draft.Invent(null, row[0], row[1], row[2]);
        return draft;
    }

    private static PlanDraft MakeStrategy()
    {
        var draft = new PlanDraft(Plan.Found(PlanKind.RegionalStrategy, "第2期奥州市まち・ひと・しごと創生総合戦略", new(2020), new(2026)), "改訂", EditionKind.Amended, ("基本目標", false));
        draft.Plan.Describe("第2期奥州市まち・ひと・しごと創生総合戦略", new(2020), new(2026), "令和2年度から令和8年度まで(当初は令和6年度まで)", null,
            "総合計画後期基本計画に合わせて期間を2年延ばし、KPIの目標年度も令和8年度に変えています。第1期は、KPI 42項目のうち26項目が目標を達成し、16項目が達成しませんでした。",
            "https://www.city.oshu.iwate.jp/soshiki/1/47024.html https://comons.me/iwateken-oshushi/44238689326381882187");
        draft.Edition.BringIn(null, Presented);
        string[] goals = ["雇用環境の充実", "結婚支援・子育て環境ナンバーワン", "新たな奥州ファンの開拓", "地域愛の醸成と安心・安全に生活できる個性豊かな地域社会の実現"];
        foreach (var (goal, i) in goals.Select((g, i) => (g, i)))
            draft.Write(null, $"{i + 1}", goal);
        return draft;
    }

    private static PlanDraft MakeVision(PersonId planner)
    {
        var draft = new PlanDraft(Plan.Found(PlanKind.Vision, "長期ビジョン", new(2027), null), "骨子(案)", EditionKind.Outline, ("骨子", false), ("視点", false));
        draft.Plan.Describe("長期ビジョン", new(2027), null, "令和9年度(2027年度)を始期として10～30年間", Ordinance, OshuWords.VisionSummary, Paper);
        var viewpoints = draft.Write(null, "1", "まちづくりの視点", OshuWords.Viewpoints);
        string[] decided = ["人口減少に負けない活力", "関係人口の創出・拡大", "地域愛・シビックプライド", "デジタル技術の積極活用", "環境負荷等に配慮した持続可能", "災害に強い"];
        foreach (var viewpoint in decided)
            draft.Write(viewpoints, null, viewpoint, "次期総合計画策定方針(令和7年10月)にある視点です。出典 https://www.city.oshu.iwate.jp/soshiki/2/1003/1/17025.html");
        draft.Write(null, "2", "まちづくりの理念", "まちづくりを進めるうえで市民が共有する行動指針");
        draft.Write(null, "3", "めざすべき都市像", "市民・事業者・行政が共有する、施策の方向性、分野別計画の「拠り所」");
        draft.Write(null, "4", "まちづくりの基本目標", OshuWords.Goals);
        draft.Write(null, "5", "行財政運営の考え方", "限られた経営資源（ヒト・モノ・カネ）を最大限活用し、持続可能な行政サービスの維持向上を目指すための考え方について示す。");
        draft.Edition.Open(planner, Presented);
        return draft;
    }

    private static PlanDraft MakeNext()
    {
        var draft = new PlanDraft(Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2034)), "案①", EditionKind.Proposal, ("政策", false), ("施策", true));
        draft.Plan.Describe("アクションプラン", new(2027), new(2034), "首長任期に合わせて4年×2期＝8年間", Ordinance, OshuWords.ActionPlanSummary, Paper);
        (string Code, string Title, string[] Measures)[] policies =
        [
            ("A", "だれもが生き生きと暮らす", ["子どもと若者の希望を支える", "健康で支え合う暮らしをつくる", "学び続けられる地域をつくる"]),
            ("B", "地域の資源を磨き、働く場をつくる", ["稼げる農林業を育てる", "地元企業とにぎわいを育てる"]),
            ("C", "安全で持続できるまちを次の世代へ", ["災害と事故から命を守る", "暮らしの基盤を賢く保つ", "デジタルで手続を変える"]),
        ];
        foreach (var (code, title, measures) in policies)
        {
            var policy = draft.Invent(null, code, title, title);
            foreach (var (measure, i) in measures.Select((m, i) => (m, i)))
                draft.Invent(policy, $"{code}-{i + 1}", measure, measure);
        }
        return draft;
    }

    private static PlanDraft MakeNextOther(PlanDraft first)
    {
        var draft = first.Alternative("案②");
        draft.Retitle("A", "子どもからお年寄りまで生き生きと暮らす");
        draft.Retitle("B-2", "地元の企業と商店街を育てる");
        draft.Move("C-3", "A", 1, "A-4");
        draft.Remove("A-3");
        draft.Invent(draft["B"], "B-3", "訪れる人とつながる", "訪れる人とつながる");
        return draft;
    }
}
