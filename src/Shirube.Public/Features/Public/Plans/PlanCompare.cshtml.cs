using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Projects;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>What changes from the plan before to this one, and from the edition in force to the one under consultation.</summary>
public sealed class PlanCompareModel : PublicPage
{
    public PlanRow Plan { get; private set; } = null!;
    public PlanRow? Before { get; private set; }
    public IReadOnlyList<PlanRow> After { get; private set; } = [];
    public IReadOnlyList<SuccessionItem> Old { get; private set; } = [];
    public IReadOnlyList<SuccessionItem> New { get; private set; } = [];
    public SuccessionTable Table { get; private set; } = null!;
    /// <summary>What becomes of projects of the plan before; those that simply go on are not listed.</summary>
    public IReadOnlyList<ProjectFollow> Projects { get; private set; } = [];
    public IReadOnlyList<ReleasedLineage> Lineages { get; private set; } = [];
    public (ReleasedEdition Old, ReleasedEdition New, ComparisonTable Table)? Editions { get; private set; }
    public IReadOnlyDictionary<PublicKey, string> Reasons { get; private set; } = new Dictionary<PublicKey, string>();

    /// <summary>What follows an item, under the names citizens read.</summary>
    public IEnumerable<SuccessionItem> SuccessorsOf(SuccessionItem old) => Table.SuccessorsOf(old.Key).Select(s => New.First(i => i.Key == s.Key));

    public IReadOnlyList<SuccessionItem> Fresh => [.. New.Where(i => !Table.PredecessorsOf(i.Key).Any())];

    /// <summary>What the city said of an item of the plan before; the same reason of several successors once.</summary>
    public string? ReasonOf(SuccessionItem old) => Lineages.FirstOrDefault(l => l.FromItem == old.Key)?.Reason;

    public string? ReasonOfNew(SuccessionItem item) => Lineages.FirstOrDefault(l => l.FromItem is null && l.ToItem == item.Key)?.Reason;

    public IActionResult OnGet(string plan)
    {
        var all = PlanRow.All(Release);
        if (all.FirstOrDefault(p => p.Key.Value == plan) is not { } row)
            return Missing("この計画");
        Plan = row;
        (Before, After) = (all.FirstOrDefault(p => p.Key == row.Predecessor), [.. all.Where(p => p.Predecessor == row.Key)]);
        New = ItemsOf(row);
        Projects = ProjectFollow.InPlan(Release, row.Key);
        if (Before is not null)
        {
            Old = ItemsOf(Before);
            Lineages = Release.Query<ReleasedLineage>("SELECT * FROM lineages WHERE from_plan = @from AND to_plan = @to", new { from = Before.Key.Value, to = row.Key.Value });
        }

        Table = SuccessionTable.Of(Old.Select(i => new LineageItem(i.Key, i.Title)), New.Select(i => new LineageItem(i.Key, i.Title)), [.. Lineages.Select(l => (l.FromItem, l.ToItem))]);
        CompareEditions();
        return Page();
    }

    private IReadOnlyList<SuccessionItem> ItemsOf(PlanRow plan) =>
        Release.Query<SuccessionItem>("SELECT key, level, code, title, COALESCE(plain_title, title) AS name, is_sample FROM items WHERE edition = @edition ORDER BY tree_order", new { edition = plan.Edition.Value });

    private void CompareEditions()
    {
        var editions = Release.Query<ReleasedEdition>("SELECT * FROM editions WHERE plan = @plan ORDER BY state, since, key", new { plan = Plan.Key.Value });
        if (editions.FirstOrDefault(e => e.State == EditionState.InForce) is not { } old || editions.LastOrDefault(e => e.State == EditionState.UnderConsultation) is not { } @new)
            return;
        Editions = (old, @new, ComparisonTable.Of(StatesOf(old), StatesOf(@new)));
        Reasons = Release.Query<ReleasedChangeReason>("SELECT * FROM change_reasons WHERE edition = @edition", new { edition = @new.Key.Value }).ToDictionary(r => r.Item, r => r.Text);
    }

    private IReadOnlyList<ItemState> StatesOf(ReleasedEdition edition) =>
        Release.Query<ItemState>("SELECT i.key, i.parent, i.place AS \"order\", l.name AS level, i.code, i.title, i.plain_title, i.body FROM items i JOIN levels l ON l.plan = i.plan AND l.place = i.level WHERE i.edition = @edition ORDER BY i.tree_order", new { edition = edition.Key.Value });
}

/// <summary>An item as the two plans are set side by side.</summary>
public sealed record SuccessionItem(PublicKey Key, int Level, string? Code, string Title, string Name, bool IsSample);
