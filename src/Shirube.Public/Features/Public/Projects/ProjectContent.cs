using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Evaluation;
using Shirube.Public.Features.Public.Indicators;
using Shirube.Public.Features.Public.Links;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>Everything that a release says about one project.</summary>
public sealed record ProjectContent(
    ReleasedProject Project, IReadOnlyList<Place> Places, IReadOnlyList<Owner> Owners, ProjectMoney Money, IReadOnlyList<ReleasedStaffing> Staffing,
    IReadOnlyList<ReleasedBudgetLine> BudgetLines, IReadOnlyList<IndicatorView> Indicators, IReadOnlyList<EvaluationView> Evaluations, IReadOnlyList<NewestSheet> Sheets, IReadOnlyList<ProjectFollow> Follows, ItemLinkage Linked)
{
    /// <summary>Evaluations brought in from files that are newer than the newest sheet; of one year the sheet stands first.</summary>
    public IReadOnlyList<EvaluationView> Newer => [.. Evaluations.Where(e => Sheets.Count == 0 || e.Year > Sheets[0].Year)];

    public Place? MainPlace => Places.FirstOrDefault(p => p.IsMain) ?? (Places is [var place, ..] ? place : null);

    public int Rows => Places.Count + Owners.Count + Money.Count + Staffing.Count + BudgetLines.Count + Indicators.Sum(i => 1 + i.Actuals.Count + i.Targets.Count + i.Shares.Count + i.Breaks.Count + i.Rules.Rule.Scheme.Bands.Count) + Evaluations.Sum(e => 2 * e.Questions.Count) + Sheets.Count + Follows.Count + Linked.Count;

    /// <summary>Null where the release has no such project.</summary>
    public static ProjectContent? Of(Release release, string key) =>
        release.First<ReleasedProject>("SELECT * FROM projects WHERE key = @key", new { key }) is not { } project ? null : new(
            project,
            Place.Of(release, key),
            release.Query<Owner>("SELECT o.from_year, d.name FROM owners o JOIN departments d ON d.key = o.department WHERE o.project = @key ORDER BY o.from_year", new { key }),
            ProjectMoney.Of(release, key),
            release.Query<ReleasedStaffing>("SELECT * FROM staffing WHERE project = @key ORDER BY fiscal_year, stage", new { key }),
            release.Query<ReleasedBudgetLine>("SELECT * FROM budget_lines WHERE project = @key ORDER BY place", new { key }),
            IndicatorView.OfProject(release, project.Key),
            EvaluationView.Of(release, key),
            NewestSheet.OfProject(release, key),
            ProjectFollow.OfProject(release, project.Key),
            ItemLinkage.OfProject(release, project.Key));

    public Owner? OwnerOn(DateOnly today) => Owners.LastOrDefault(o => o.FromYear <= FiscalYear.Of(today)) ?? (Owners is [var owner, ..] ? owner : null);
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
