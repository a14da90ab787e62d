using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Web.Tests.Organization;

namespace Web.Tests.Plans;

/// <summary>An office with an action plan of two measures, a strategy of two goals, and three projects: one under each measure, one under both; the last has no amount.</summary>
internal sealed class LinkedCity
{
    private LinkedCity(OfficeOn office) => Office = office;

    public OfficeOn Office { get; }
    public Plan Plan { get; } = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2022), new(2030));
    public Plan Strategy { get; } = Plan.Found(PlanKind.RegionalStrategy, "総合戦略", new(2022), new(2030));
    public IReadOnlyList<PlanItem> Measures { get; private set; } = [];
    public IReadOnlyList<PlanItem> Goals { get; private set; } = [];
    public IReadOnlyList<Project> Projects { get; private set; } = [];
    public string PlanPage => $"{Office.Path}/plans/{Plan.Key}";

    public static async Task<LinkedCity> Of(App app, Engine engine)
    {
        var city = new LinkedCity(await OfficeOn.Of(app, engine));
        await city.Fill();
        return city;
    }

    public string MeasurePage(int index) => $"{PlanPage}/{Measures[index].Key}";

    public ItemPlace Measure(int index) => new(Plan.Id, Measures[index].Key);

    public ItemPlace Goal(int index) => new(Strategy.Id, Goals[index].Key);

    /// <summary>Links a measure with a goal, both by their places from 0.</summary>
    public async Task Link(params (int Measure, int Goal)[] pairs)
    {
        await using var db = Office.Open();
        foreach (var (measure, goal) in pairs)
            db.Add(ItemLink.Between(Measure(measure), Goal(goal), null, [Measure(measure), Goal(goal)], await db.ItemLinks.ToListAsync()));
        await db.SaveChangesAsync();
    }

    /// <summary>The first measure serves a goal as a whole and by one target, the last project another goal by itself.</summary>
    public async Task Serve(int goal, string target)
    {
        await using var db = Office.Open();
        var whole = GoalLink.Of(Measure(0), new(goal, null, Strength.Mainly, null), [Measure(0)], []);
        db.AddRange(whole, GoalLink.Of(Measure(0), new(goal, target, Strength.Related, null), [Measure(0)], [whole]), GoalLink.Of(Projects[2].Id, new(5, null, Strength.Related, null), []));
        await db.SaveChangesAsync();
    }

    private async Task Fill()
    {
        var (policy, measure) = (Plan.AddLevel("政策", false), Plan.AddLevel("施策", true));
        var level = Strategy.AddLevel("基本目標", true);
        var (edition, other) = (Plan.Draft("決定"), Strategy.Draft("決定"));
        var (tree, goals) = (new PlanTree(edition, Plan, []), new PlanTree(other, Strategy, []));
        var top = tree.Add(policy, null, "1", "安心して暮らす");
        Measures = [tree.Add(measure, top, "1-1", "子育てを支える"), tree.Add(measure, top, "1-2", "健康を支える"), tree.Add(measure, top, "1-3", "学びを支える")];
        Goals = [goals.Add(level, null, "1", "働く場をつくる"), goals.Add(level, null, "2", "子育ての希望をかなえる")];
        Projects = [Sample.Project("1", "産後ケア事業"), Sample.Project("2", "相談窓口事業"), Sample.Project("3", "健康教室事業")];
        Projects[0].PlaceUnder(Plan.Id, Measures[0].Key);
        Projects[1].PlaceUnder(Plan.Id, Measures[0].Key);
        Projects[1].AlsoPlaceUnder(Plan.Id, Measures[1].Key);
        Projects[2].PlaceUnder(Plan.Id, Measures[1].Key);
        Projects[0].Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_000_000)));
        Projects[1].Record(new(2024), MoneyStage.Settled, MoneyKind.General, Figure.Of(new(2_000_000)));
        await using var db = Office.Open();
        db.AddRange(Plan, Strategy, edition, other, top);
        db.AddRange(Measures);
        db.AddRange(Goals);
        db.AddRange(Projects);
        await db.SaveChangesAsync();
    }
}
