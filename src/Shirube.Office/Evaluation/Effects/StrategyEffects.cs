using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Links;
using Shirube.Office.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>総合戦略の効果検証: the goals and measures of a strategy with their indicators and the projects that serve them, as the sheets of a round judge them.</summary>
internal sealed record StrategyEffects(RoundResults Results, IReadOnlyList<PlanPlaces.Place> Items, IReadOnlyList<EffectIndicator> Indicators, IReadOnlyDictionary<ProjectId, EffectProject> Projects)
{
    /// <summary>The strategies of the municipality as choices; the shown one is marked by its key.</summary>
    public IReadOnlyList<SelectListItem> Strategies { get; private init; } = [];
    public PublicKey? Plan { get; private init; }
    public string? PlanName { get; private init; }

    /// <summary>How many indicators stand where, each counted once however many items use it.</summary>
    public int Count(GoalStanding standing) => Indicators.DistinctBy(i => i.Key).Count(i => i.Standing == standing);

    /// <summary>The sheets of all projects that serve the strategy, and those without one, each project once.</summary>
    public IReadOnlySet<ProjectId> Of(PlanPlaces.Place item) => Results.Trees.Serving.Of(LinkedTrees.Of(item));

    public IReadOnlySet<ProjectId> All => Items.SelectMany(Of).ToHashSet();

    /// <param name="plan">The key of a strategy; the newest one that has items where it is null.</param>
    public static async Task<StrategyEffects?> Read(OfficeDb db, PublicKey round, string? plan, FiscalYear year)
    {
        if (await RoundResults.Read(db, round, ofItems: false, year) is not { } results)
            return null;
        var strategies = await db.Plans.AsNoTracking().Where(p => p.Kind == PlanKind.RegionalStrategy && p.ShownId != null).OrderByDescending(p => p.First).ThenBy(p => p.Name).Select(p => new { p.Id, p.Key, p.Name }).ToListAsync();
        var shown = plan is null ? strategies.FirstOrDefault() : strategies.Find(p => p.Key.Value == plan);
        if (shown is null && plan is not null)
            return null;
        var items = shown is null ? [] : results.Trees.Items(shown.Id);
        var indicators = shown is null ? [] : await IndicatorsOf(db, results.Trees, items, results.Round.Judged);
        return new(results, items, indicators, await ProjectsOf(db, results, items))
        {
            Strategies = strategies.ConvertAll(p => new SelectListItem(p.Name, p.Key.Value, p.Key == shown?.Key)), Plan = shown?.Key, PlanName = shown?.Name,
        };
    }

    // why: many strategies share their measures with another plan, and then their indicators stand there.
    private static async Task<IReadOnlyList<EffectIndicator>> IndicatorsOf(OfficeDb db, LinkedTrees trees, IReadOnlyList<PlanPlaces.Place> items, FiscalYear judged)
    {
        var places = items.Select(LinkedTrees.Of).SelectMany(i => new[] { (Item: i, Place: i) }.Concat(trees.Serving.LinkedWith(i).SelectMany(trees.Serving.WithBelow).Distinct().Select(p => (Item: i, Place: p)))).ToLookup(p => p.Item, p => p.Place);
        var (plans, keys) = (places.SelectMany(p => p).Select(p => p.Plan).Distinct().ToList(), places.SelectMany(p => p).Select(p => p.Item).Distinct().ToList());
        var used = await db.Indicators.AsNoTracking().Where(i => i.Uses.Any(u => u.PlanId != null && plans.Contains(u.PlanId.Value) && keys.Contains(u.ItemKey!.Value))).Include(i => i.Uses).Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Shares).Include(i => i.Breaks).AsSplitQuery().ToListAsync();
        var rule = (await db.AssessmentRules.AsNoTracking().Include(r => r.Bands).SingleOrDefaultAsync() ?? AssessmentRules.First()).Rule;
        var byPlace = used.SelectMany(i => i.Uses.Where(u => u.PlanId is not null).Select(u => (Place: new ItemPlace(u.PlanId!.Value, u.ItemKey!.Value), u.Order, Indicator: i))).OrderBy(u => u.Order).ThenBy(u => u.Indicator.Name, StringComparer.Ordinal).ToLookup(u => u.Place, u => u.Indicator);
        return [.. from item in items
                   from found in places[LinkedTrees.Of(item)].SelectMany(p => byPlace[p].Select(i => (Place: p, Indicator: i))).DistinctBy(f => f.Indicator.Key)
                   select EffectIndicator.Of(item, trees.Places.Find(found.Place.Item) ?? item, found.Indicator, judged, rule)];
    }

    // why: a project without a sheet in the round serves the strategy all the same.
    private static async Task<IReadOnlyDictionary<ProjectId, EffectProject>> ProjectsOf(OfficeDb db, RoundResults results, IReadOnlyList<PlanPlaces.Place> items)
    {
        var all = items.SelectMany(i => results.Trees.Serving.Of(LinkedTrees.Of(i))).Distinct().ToList();
        var sheets = results.Sheets.Where(s => s.Project is not null).DistinctBy(s => s.Project).ToDictionary(s => s.Project!.Value);
        var names = await db.Projects.AsNoTracking().Where(p => all.Contains(p.Id)).Select(p => new { p.Id, p.Key, p.Number, p.Name }).ToListAsync();
        return names.ToDictionary(p => p.Id, p => new EffectProject(p.Key, p.Number is null ? p.Name : $"{p.Number} {p.Name}", sheets.GetValueOrDefault(p.Id)));
    }
}

/// <summary>A project that serves the strategy; without a sheet where the round is not about it.</summary>
internal sealed record EffectProject(PublicKey Key, string Name, JudgedSheet? Sheet)
{
    /// <summary>What its sheet says; nothing is known of a project without one.</summary>
    public Verdict Of(QuestionRole role) => Sheet?.Said.Standing(role) ?? Verdict.NotReported;
}

/// <summary>An indicator of an item of the strategy, and where it stands in the judged year.</summary>
/// <param name="Home">The item that has it: this one, or one of another plan that is linked with it (or below that).</param>
internal sealed record EffectIndicator(PlanPlaces.Place Item, PlanPlaces.Place Home, PublicKey Key, Indicator Indicator, FiscalYear Year, YearAssessment? Assessed, GoalStanding Standing)
{
    public static EffectIndicator Of(PlanPlaces.Place item, PlanPlaces.Place home, Indicator indicator, FiscalYear year, AssessmentRule rule)
    {
        var series = indicator.Series;
        var assessed = series.IsAssessed(year) ? series.AssessIn(year, rule) : null;
        return new(item, home, indicator.Key, indicator, year, assessed, GoalStandings.Of(assessed, indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year)?.Judgement));
    }

    public Actual? Actual => Indicator.Actuals.FirstOrDefault(a => a.FiscalYear == Year);

    /// <summary>The target it is measured against, or else the last one that is set.</summary>
    public Target? Target => Indicator.TargetFor(Assessed?.TargetYear ?? Year) ?? Indicator.Targets.OrderBy(t => t.FiscalYear).ThenBy(t => t.Revision).LastOrDefault();
}
