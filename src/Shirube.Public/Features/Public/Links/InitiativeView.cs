using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Links;

/// <summary>An initiative with the items and projects that belong to it, and what all of it costs, each project once.</summary>
public sealed record InitiativeView(ReleasedInitiative Initiative, IReadOnlyList<LinkedItem> Items, IReadOnlyList<LinkedProject> Projects, CostTotal Total, CostYear? CostYear)
{
    public static IReadOnlyList<InitiativeView> OfPlan(Release release, PublicKey plan, DateOnly today)
    {
        var initiatives = release.Query<ReleasedInitiative>("SELECT * FROM initiatives WHERE plan = @plan ORDER BY place, key", new { plan = plan.Value });
        if (initiatives.Count == 0)
            return [];
        var members = release.Query<ReleasedInitiativeMember>("SELECT * FROM initiative_members").ToLookup(m => m.Initiative);
        var trees = LinkedTrees.Load(release, today);
        return [.. initiatives.Select(i => Of(i, [.. members[i.Key]], trees))];
    }

    private static InitiativeView Of(ReleasedInitiative initiative, IReadOnlyList<ReleasedInitiativeMember> members, LinkedTrees trees)
    {
        var items = members.Where(m => m.Item is not null).Select(m => trees.Find(m.Plan!.Value, m.Item!.Value)).OfType<LinkedItem>().OrderBy(i => i.Code, StringComparer.Ordinal).ThenBy(i => i.Title, StringComparer.Ordinal).ToList();
        var own = members.Where(m => m.Project is not null).Select(m => m.Project!.Value.Value).ToList();
        return new(initiative, items, trees.Of(own), trees.TotalOf(items.SelectMany(i => trees.Serving.Of(i.Spot)).Concat(own)), trees.CostYear);
    }
}
