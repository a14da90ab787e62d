using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Links;
using Shirube.Ui.Controls;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>A plan: what it is for and its whole tree. Without a key, the plan that carries the projects.</summary>
public sealed class PlanModel : PublicPage
{
    public PlanTree Tree { get; private set; } = null!;
    public PlanRow? Predecessor { get; private set; }
    public IReadOnlyList<PlanRow> Successors { get; private set; } = [];
    public IReadOnlyList<InitiativeView> Initiatives { get; private set; } = [];
    public bool HasGlossary { get; private set; }
    /// <summary>Where the items of this page live: plan, or plans/{key}.</summary>
    public string Root { get; private set; } = "";
    public PageHead Head => new(Tree.Plan.Name, "plan", Root == "plan" ? [] : [new("計画の一覧", "~/plans")]);
    public bool IsInForce => Tree.Plan.IsInForce(FiscalYear.Of(Today));

    public IActionResult OnGet(string? plan)
    {
        if ((plan is null ? PlanRow.Main(Release, Today) : PlanRow.Find(Release, plan)) is not { } row)
            return Missing(plan is null ? "計画" : "この計画");
        Root = plan is null ? "plan" : $"plans/{row.Key}";
        Tree = PlanTree.Load(Release, row, Today);
        var all = PlanRow.All(Release);
        Predecessor = all.FirstOrDefault(p => p.Key == row.Predecessor);
        Successors = [.. all.Where(p => p.Predecessor == row.Key)];
        HasGlossary = Release.First<int>("SELECT EXISTS (SELECT 1 FROM glossary_terms)") == 1;
        Initiatives = InitiativeView.OfPlan(Release, row.Key, Today);
        return Page();
    }
}
