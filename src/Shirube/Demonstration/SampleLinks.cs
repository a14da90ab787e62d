using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;

namespace Shirube.Demonstration;

/// <summary>What links the sample items and projects with the strategy, the SDGs, initiatives and partners. All of it is invented and says so; of 奥州市版SDGs only the name is real.</summary>
internal sealed class SampleLinks
{
    // why: the four goals of the strategy by their numbers.
    private static readonly (string Measure, string Goal)[] StrategyOfCurrent =
        [("5-1", "1"), ("5-2", "1"), ("4-1", "1"), ("1-1", "2"), ("1-2", "2"), ("1-3", "2"), ("1-3", "3"), ("5-3", "3"), ("6-2", "4"), ("7-1", "4"), ("8-1", "4")];
    private static readonly (string Measure, string Goal)[] StrategyOfNext = [("B-2", "1"), ("B-1", "1"), ("A-1", "2"), ("A-2", "4"), ("C-1", "4")];

    private readonly OshuPlans plans;
    private readonly SampleProjects samples;
    private readonly List<ItemPlace> known;
    private readonly List<ItemLink> links = [];
    private readonly List<GoalLink> goals = [];

    public SampleLinks(OshuPlans plans, SampleProjects samples)
    {
        (this.plans, this.samples) = (plans, samples);
        known = [.. new[] { plans.Current, plans.Next, plans.Strategy }.SelectMany(d => d.All.OfType<PlanItem>().Select(i => new ItemPlace(d.Plan.Id, i.Key)))];
        Link(plans.Current, StrategyOfCurrent);
        Link(plans.Next, StrategyOfNext);
        foreach (var row in Sample.Table("sample-goals.txt"))
            goals.Add(GoalLink.Of(Place(plans.Current, row[0]), new(int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), row[2], row[3] == "主" ? Strength.Mainly : Strength.Related, Sample.Mark(row[4])), known, goals, isSample: true));
        foreach (var (number, goal, target, reason) in OfProjects)
            goals.Add(GoalLink.Of(Project(number).Id, new(goal, target, Strength.Mainly, Sample.Mark(reason)), goals, isSample: true));
        goals.Add(GoalLink.Of(Place(plans.Next, "A-1"), new(3, null, Strength.Mainly, Sample.Mark("子どもと若者が健やかに育つため")), known, goals, isSample: true));
    }

    public IEnumerable<Aggregate> All => [.. links, .. goals, OwnSet(), .. Own(), .. Initiatives(), .. Partners()];

    private static readonly (string Number, int Goal, string? Target, string Reason)[] OfProjects =
    [
        ("S1101", 3, "3.1", "産後の母子が、安心して回復できるようにするため"),
        ("S1101", 5, null, "出産のあとの負担を、社会で支えるため"),
        ("S1201", 8, "8.5", "子が病気のときも、保護者が働き続けられるようにするため"),
    ];

    // why: the name and that the city made it are public; its goals could not be read in the material at hand.
    private static OwnGoalSet OwnSet() => OwnGoalSet.Adopt("奥州市版SDGs",
        "市がつくった「奥州市版SDGs」です。目標の一覧を公開資料で確かめられなかったため、ここに並ぶ目標は、使い方を見ていただくための「サンプル」です。",
        "「次期総合計画の策定について」(令和8年4月28日 政策企画部政策企画課) https://www.city.oshu.iwate.jp/soshiki/1/46915.html");

    private static IEnumerable<OwnGoal> Own() =>
    [
        OwnGoal.Set(1, Sample.Mark("みんなで支え合う暮らし"), Sample.Mark("だれもが健康で、学び、働けるまちにします。"), [1, 3, 4, 5, 8, 10], isSample: true),
        OwnGoal.Set(2, Sample.Mark("水と緑を次の世代へ"), Sample.Mark("川と田畑と森を守り、エネルギーを大切に使います。"), [6, 7, 13, 15], isSample: true),
        OwnGoal.Set(3, Sample.Mark("力を合わせるまちづくり"), Sample.Mark("市民と地域と事業者と市が、一緒に考えて動きます。"), [11, 16, 17], isSample: true),
    ];

    private IEnumerable<Initiative> Initiatives()
    {
        var families = Take(plans.Current, 1, "子育てと仕事の両立", "子育てをしながら働き続けられるように、保育、仕事、移動の取組を合わせて進めます。", ["1-1", "1-2", "5-1"]);
        families.Add(Project("S6201").Id);
        yield return families;
        yield return Take(plans.Current, 2, "災害に強い地域", "備えと、いざというときの助け合いを、地域とともに進めます。", ["7-1", "6-1", "8-1"]);
        yield return Take(plans.Next, 1, "人口減少に負けない活力", "若い人が残り、戻り、移り住むまちをめざします。", ["A-1", "B-2"]);
    }

    private Initiative Take(PlanDraft draft, int order, string name, string words, string[] measures)
    {
        var initiative = Initiative.Take(draft.Plan.Id, order, Sample.Mark(name), Sample.Mark(words), isSample: true);
        foreach (var measure in measures)
            initiative.Add(Place(draft, measure), known);
        return initiative;
    }

    private IEnumerable<PartnerActivity> Partners() =>
    [
        Partner("朝の見守り隊", PartnerKind.District, "小学校の登下校の時間に、交差点と通学路に立っています。", 3, "7-2", "代表 見本 一郎 0197-00-0001"),
        Partner("子育てひろばの会", PartnerKind.Citizens, "月に2回、就学前の子と保護者が集まるひろばを開いています。", 4, "1-2", null),
        Partner("見本製作所", PartnerKind.Company, "工場の屋根に太陽光パネルをつけ、使う電気の3割をまかなっています。", 7, null, "総務課 見本 二郎 0197-00-0002"),
        Partner("川をきれいにする会", PartnerKind.Citizens, "春と秋に、川のごみを拾い、水の生きものを調べています。", 6, null, null),
        Partner("地区自主防災会", PartnerKind.District, "年に1回、地区の全世帯で避難訓練をしています。", 11, "7-1", null),
    ];

    private PartnerActivity Partner(string who, PartnerKind kind, string what, int goal, string? measure, string? contact)
    {
        var activity = PartnerActivity.Record(new(Sample.Mark(who), kind, Sample.Mark(what), new(2023), null, goal, measure is null ? null : Place(plans.Current, measure)), known, isSample: true);
        activity.NoteInternally(contact is null ? null : Sample.Mark(contact));
        return activity;
    }

    private void Link(PlanDraft draft, (string Measure, string Goal)[] pairs)
    {
        foreach (var (measure, goal) in pairs)
            links.Add(ItemLink.Between(Place(draft, measure), Place(plans.Strategy, goal), Sample.Mark("基本目標を支える施策として"), known, links, isSample: true));
    }

    private Domain.Projects.Project Project(string number) => samples.Projects.Single(p => p.Number == number);

    private static ItemPlace Place(PlanDraft draft, string code) => new(draft.Plan.Id, draft[code].Key);
}
