using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Links;

/// <summary>One goal of the SDGs: what the city does for it and what that costs, what citizens, districts and companies do.</summary>
public sealed class OneGoalModel : PublicPage
{
    public int Goal { get; private set; }
    public IReadOnlyList<ItemLine> Items { get; private set; } = [];
    public IReadOnlyList<ProjectLine> Projects { get; private set; } = [];
    public IReadOnlyList<PartnerRow> Partners { get; private set; } = [];
    public IReadOnlyList<ReleasedOwnGoal> Own { get; private set; } = [];
    public CostTotal Total { get; private set; } = CostTotal.Of([]);
    public CostYear? CostYear { get; private set; }

    public sealed record ItemLine(LinkedItem Item, GoalSaid Said, CostTotal Cost);

    public sealed record ProjectLine(LinkedProject Project, GoalSaid Said);

    public sealed record GoalSaid(string? Target, Strength Strength, string? Reason, PublicKey? Plan, PublicKey? Item, PublicKey? Project);

    public IActionResult OnGet(int goal)
    {
        if (!GlobalGoals.Knows(goal))
            return Missing("この目標");
        Goal = goal;
        var trees = LinkedTrees.Load(Release, Today);
        var said = Release.Query<GoalSaid>("SELECT target, strength, reason, plan, item, project FROM goal_links WHERE goal = @goal ORDER BY strength, target, key", new { goal });
        Items = [.. said.Where(s => s.Item is not null).Select(s => (s, item: trees.Find(s.Plan!.Value, s.Item!.Value))).Where(x => x.item is not null).Select(x => new ItemLine(x.item!, x.s, trees.TotalOf(trees.Serving.Placed(x.item!.Spot))))];
        Projects = [.. said.Where(s => s.Project is not null).Select(s => (s, project: trees.Find(s.Project!.Value))).Where(x => x.project is not null).Select(x => new ProjectLine(x.project!, x.s))];
        Total = trees.TotalOf(Served.Projects(said.Select(s => new Served(goal, s.Plan, s.Item, s.Project)), trees));
        CostYear = trees.CostYear;
        Partners = Release.Query<PartnerRow>($"{PartnerRow.Sql} WHERE goal = @goal ORDER BY kind, who, key", new { goal });
        Own = Release.Query<ReleasedOwnGoal>("SELECT o.* FROM own_goals o JOIN own_goal_relations r ON r.own_goal = o.key WHERE r.goal = @goal ORDER BY o.place, o.key", new { goal });
        return Page();
    }
}
