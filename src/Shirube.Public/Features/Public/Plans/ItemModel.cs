using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Evaluation;
using Shirube.Public.Features.Public.Indicators;
using Shirube.Public.Features.Public.Links;
using Shirube.Ui.Controls;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>One item of a plan: its text, what lies below it, its projects with their money, its indicators.</summary>
public sealed class ItemModel : PublicPage
{
    public PlanTree Tree { get; private set; } = null!;
    public ItemRow Item { get; private set; } = null!;
    public string Root { get; private set; } = "";
    public IReadOnlyList<ItemRow> Path { get; private set; } = [];
    public IReadOnlyList<ItemRow> Children { get; private set; } = [];
    public IReadOnlyList<ItemProject> Projects { get; private set; } = [];
    public IReadOnlyList<IndicatorView> Indicators { get; private set; } = [];
    public IReadOnlyList<NewestSheet> Sheets { get; private set; } = [];
    public ItemLinkage Linked { get; private set; } = null!;
    public ItemRow? Before { get; private set; }
    public ItemRow? After { get; private set; }
    public CostTotal Total => Tree.TotalOf(Item);
    public string LevelName => Tree.LevelName(Item.Level);
    public PageHead Head => new(Item.CodeAndTitle, "plan", [.. Start, .. Path.Select(p => new Crumb(p.CodeAndTitle, $"~/{Root}/{p.Key}"))]);

    private IEnumerable<Crumb> Start => Root == "plan" ? [new(Tree.Plan.Name, "~/plan")] : [new("計画の一覧", "~/plans"), new(Tree.Plan.Name, $"~/{Root}")];

    public IActionResult OnGet(string? plan, string item)
    {
        if ((plan is null ? PlanRow.Main(Release, Today) : PlanRow.Find(Release, plan)) is not { } row)
            return Missing("この計画");
        Root = plan is null ? "plan" : $"plans/{row.Key}";
        Tree = PlanTree.Load(Release, row, Today);
        if (Tree.Find(item) is not { } found)
            return Missing($"「{row.Name}」のこの項目");
        Item = found;
        Path = Tree.PathTo(found);
        Children = [.. Tree.ChildrenOf(found)];
        var siblings = Tree.Items.Where(i => i.Level == found.Level).ToList();
        var at = siblings.IndexOf(found);
        (Before, After) = (at > 0 ? siblings[at - 1] : null, at < siblings.Count - 1 ? siblings[at + 1] : null);
        Projects = ItemProject.Under(Release, row, found, Tree.CostYear, FiscalYear.Of(Today));
        Indicators = IndicatorView.OfItem(Release, row.Key, found.Key);
        Sheets = NewestSheet.OfItem(Release, row.Key, found.Key);
        Linked = ItemLinkage.OfItem(Release, row.Key, found.Key);
        return Page();
    }
}
