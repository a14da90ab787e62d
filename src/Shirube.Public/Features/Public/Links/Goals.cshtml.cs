using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Links;

/// <summary>The 17 goals of the SDGs with how much serves each, and the municipality's own set.</summary>
public sealed class GoalsModel : PublicPage
{
    public IReadOnlyDictionary<int, GoalCount> Counts { get; private set; } = new Dictionary<int, GoalCount>();
    public ReleasedOwnGoalSet? OwnSet { get; private set; }
    public IReadOnlyList<ReleasedOwnGoal> Own { get; private set; } = [];
    public ILookup<PublicKey, int> Relations { get; private set; } = Array.Empty<ReleasedOwnGoalRelation>().ToLookup(r => r.OwnGoal, r => r.Goal);
    public bool IsAnyServed => Counts.Values.Any(c => c.Items + c.Projects + c.Partners > 0);

    public void OnGet()
    {
        var served = Release.Query<Served>("SELECT goal, plan, item, project FROM goal_links").ToLookup(s => s.Goal);
        var partners = Release.Query<int>("SELECT goal FROM partner_activities WHERE goal IS NOT NULL").ToLookup(g => g);
        var trees = LinkedTrees.Load(Release, Today);
        Counts = GlobalGoals.All.ToDictionary(g => g, g => new GoalCount(
            served[g].Where(s => s.Item is not null && trees.Find(s.Plan!.Value, s.Item.Value) is not null).DistinctBy(s => (s.Plan, s.Item)).Count(), Served.Projects(served[g], trees).Count, partners[g].Count()));
        OwnSet = Release.First<ReleasedOwnGoalSet>("SELECT * FROM own_goal_sets ORDER BY name LIMIT 1");
        Own = Release.Query<ReleasedOwnGoal>("SELECT * FROM own_goals ORDER BY place, key");
        Relations = Release.Query<ReleasedOwnGoalRelation>("SELECT * FROM own_goal_relations ORDER BY goal").ToLookup(r => r.OwnGoal, r => r.Goal);
    }
}

/// <summary>How much serves a goal: items of the shown editions, projects (each once, also those under an item that serves it), activities of partners.</summary>
public sealed record GoalCount(int Items, int Projects, int Partners);

/// <summary>What serves a goal: an item or a project.</summary>
public sealed record Served(int Goal, PublicKey? Plan, PublicKey? Item, PublicKey? Project)
{
    /// <summary>The projects that serve a goal by themselves or stand under an item of a shown edition that does, each once.</summary>
    public static IReadOnlySet<string> Projects(IEnumerable<Served> served, LinkedTrees trees) =>
        served.SelectMany(s => s.Project is { } project ? [project.Value] : trees.Find(s.Plan!.Value, s.Item!.Value) is { } item ? (IEnumerable<string>)trees.Serving.Placed(item.Spot) : []).ToHashSet();
}
