using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Indicators;
using Shirube.Public.Features.Public.Links;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>Everything that is public about one project.</summary>
public sealed class ProjectModel : PublicPage
{
    public ReleasedProject Project { get; private set; } = null!;
    public IReadOnlyList<Place> Places { get; private set; } = [];
    public IReadOnlyList<Owner> Owners { get; private set; } = [];
    public ProjectMoney Money { get; private set; } = null!;
    public IReadOnlyList<ReleasedStaffing> Staffing { get; private set; } = [];
    public IReadOnlyList<ReleasedBudgetLine> BudgetLines { get; private set; } = [];
    public IReadOnlyList<IndicatorView> Indicators { get; private set; } = [];
    public IReadOnlyList<EvaluationView> Evaluations { get; private set; } = [];

    public IReadOnlyList<ProjectFollow> Follows { get; private set; } = [];
    public ItemLinkage Linked { get; private set; } = null!;

    public Place? MainPlace => Places.FirstOrDefault(p => p.IsMain) ?? (Places is [var place, ..] ? place : null);
    public Owner? OwnerNow => Owners.LastOrDefault(o => o.FromYear <= FiscalYear.Of(Today)) ?? (Owners is [var owner, ..] ? owner : null);

    public IActionResult OnGet(string key)
    {
        if (Release.First<ReleasedProject>("SELECT * FROM projects WHERE key = @key", new { key }) is not { } project)
            return Missing("この事業");
        Project = project;
        Places = Place.Of(Release, key);
        Owners = Release.Query<Owner>("SELECT o.from_year, d.name FROM owners o JOIN departments d ON d.key = o.department WHERE o.project = @key ORDER BY o.from_year", new { key });
        Money = ProjectMoney.Of(Release, key);
        Staffing = Release.Query<ReleasedStaffing>("SELECT * FROM staffing WHERE project = @key ORDER BY fiscal_year, stage", new { key });
        BudgetLines = Release.Query<ReleasedBudgetLine>("SELECT * FROM budget_lines WHERE project = @key ORDER BY place", new { key });
        Indicators = IndicatorView.OfProject(Release, project.Key);
        Evaluations = EvaluationView.Of(Release, key);
        Follows = ProjectFollow.OfProject(Release, project.Key);
        Linked = ItemLinkage.OfProject(Release, project.Key);
        return Page();
    }
}

public sealed record Owner(FiscalYear FromYear, string Name);

/// <summary>Where a project stands in a plan that citizens can see.</summary>
public sealed record Place(PublicKey Plan, string PlanName, PublicKey Item, string? Code, string Title, string? PlainTitle, bool IsMain)
{
    public string Words => Code is null ? PlainTitle ?? Title : $"{Code} {PlainTitle ?? Title}";

    public static IReadOnlyList<Place> Of(Release release, string project)
    {
        var editions = PlanRow.All(release).ToDictionary(p => p.Edition);
        return [.. release.Query<PlaceRow>("""
            SELECT pl.plan, i.edition, i.key, i.code, i.title, i.plain_title, pl.is_main FROM placements pl JOIN items i ON i.plan = pl.plan AND i.key = pl.item
            WHERE pl.project = @project ORDER BY pl.is_main DESC, i.tree_order, i.key
            """, new { project }).Where(r => editions.ContainsKey(r.Edition)).Select(r => new Place(r.Plan, editions[r.Edition].Name, r.Key, r.Code, r.Title, r.PlainTitle, r.IsMain))];
    }

    private sealed record PlaceRow(PublicKey Plan, PublicKey Edition, PublicKey Key, string? Code, string Title, string? PlainTitle, bool IsMain);
}
