using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Indicators;
using Shirube.Public.Features.Public.Plans;
using PlanKind = Shirube.Domain.Plans.PlanKind;

namespace Shirube.Public.Features.Public.Links;

/// <summary>総合戦略: its goals, each with the items of other plans and the projects that serve it, its indicators, and the money, each project once.</summary>
public sealed class StrategyModel : PublicPage
{
    public PlanRow? Plan { get; private set; }
    public PlanTree Tree { get; private set; } = null!;
    public IReadOnlyList<GoalView> Goals { get; private set; } = [];
    public IReadOnlyList<PlanRow> Others { get; private set; } = [];
    public CostTotal Total { get; private set; } = CostTotal.Of([]);
    public CostYear? CostYear { get; private set; }

    public sealed record GoalView(ItemRow Item, IReadOnlyList<ItemRow> Below, IReadOnlyList<LinkedItem> Linked, IReadOnlyList<LinkedProject> Projects, CostTotal Total, IReadOnlyList<IndicatorView> Indicators);

    public void OnGet()
    {
        var year = FiscalYear.Of(Today);
        var all = PlanRow.All(Release).Where(p => p.Kind == PlanKind.RegionalStrategy).OrderBy(p => p.IsInForce(year) ? 0 : p.FirstYear > year ? 1 : 2).ThenByDescending(p => p.FirstYear).ToList();
        if (all is not [var plan, .. var others])
            return;
        (Plan, Others) = (plan, others);
        Tree = PlanTree.Load(Release, plan, Today);
        var trees = LinkedTrees.Load(Release, Today);
        CostYear = trees.CostYear;
        Goals = [.. Tree.Top.Select(top => Read(top, trees))];
        Total = trees.TotalOf(Tree.Items.SelectMany(i => trees.Serving.Of(LinkedItem.SpotOf(plan.Key, i.Key))));
    }

    private GoalView Read(ItemRow top, LinkedTrees trees)
    {
        var spot = LinkedItem.SpotOf(Plan!.Key, top.Key);
        var projects = trees.Serving.Of(spot);
        return new(top, [.. Tree.ChildrenOf(top)], trees.LinkedWith(spot), trees.Of(projects), trees.TotalOf(projects), [.. Tree.WithBelow(top).SelectMany(i => IndicatorView.OfItem(Release, Plan.Key, i.Key))]);
    }
}
