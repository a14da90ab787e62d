using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Charts;

namespace Shirube.Public.Features.Public.Indicators;

/// <summary>An indicator with its values and all its targets, as pages show it.</summary>
public sealed record IndicatorView(ReleasedIndicator Indicator, IReadOnlyList<ReleasedActual> Actuals, IReadOnlyList<ReleasedTarget> Targets)
{
    private const string Columns = "i.key, i.name, i.unit, i.kind, i.definition, i.is_sample, i.type, i.baseline_year, i.baseline, i.lower, i.upper, i.tolerance, i.source";

    public IReadOnlyList<ReleasedShare> Shares { get; init; } = [];
    public IReadOnlyList<ReleasedBreak> Breaks { get; init; } = [];
    public PublicRules Rules { get; init; } = PublicRules.First;

    public IReadOnlyList<ReleasedTarget> TargetsInForce => [.. Targets.GroupBy(t => t.FiscalYear).Select(g => g.MaxBy(t => t.Revision)!).OrderBy(t => t.FiscalYear)];
    public IEnumerable<FiscalYear> Years => Actuals.Select(a => a.FiscalYear).Concat(Targets.Select(t => t.FiscalYear)).Distinct().Order();
    public ReleasedActual? Latest => Actuals.Where(a => a.Value is not null).MaxBy(a => a.FiscalYear);
    public ReleasedTarget? Goal => TargetsInForce.LastOrDefault(t => t.Value is not null || t.AsWritten is not null);
    /// <summary>The latest year that can be assessed; null where the indicator has no way of assessment or no value.</summary>
    public YearAssessment? Assessed => Actuals.Where(a => (Indicator.Type == IndicatorType.TextTarget ? a.Judgement is not null : a.Value is not null) && Series.IsAssessed(a.FiscalYear)).MaxBy(a => a.FiscalYear) is { } latest
        ? Series.AssessIn(latest.FiscalYear, Rules.Rule) : null;

    public decimal? NeededEachYear => Series.NeededEachYear is { } needed ? Math.Round(needed, 2) : null;

    public ReleasedBreak? BreakIn(FiscalYear year) => Breaks.FirstOrDefault(b => b.FiscalYear == year);

    private IndicatorSeries Series => new(new(Indicator.Type, Indicator.BaselineYear, Indicator.Baseline, new(Indicator.Lower, Indicator.Upper, Indicator.Tolerance)),
        Actuals.Where(a => a.Value is not null).ToDictionary(a => a.FiscalYear, a => a.Value!.Value), TargetsInForce.Where(t => t.Value is not null).ToDictionary(t => t.FiscalYear, t => t.Value!.Value), Shares.ToDictionary(s => s.FiscalYear, s => s.Share), [.. Breaks.Select(b => b.FiscalYear)]);

    public LineChart Chart => new(Indicator.Name, Indicator.Unit,
        [.. Actuals.Where(a => a.Value is not null).Select(a => new ChartPoint(a.FiscalYear, a.Value!.Value, a.Status != ActualStatus.Final))],
        [.. TargetsInForce.Where(t => t.Value is not null).Select(t => new ChartPoint(t.FiscalYear, t.Value!.Value))]) { Breaks = [.. Breaks.Select(b => b.FiscalYear)], ShowsWay = NeededEachYear is not null };

    public ReleasedActual? ActualOf(FiscalYear year) => Actuals.FirstOrDefault(a => a.FiscalYear == year);
    public ReleasedTarget? TargetOf(FiscalYear year) => TargetsInForce.FirstOrDefault(t => t.FiscalYear == year);

    public static IndicatorView? Find(Release release, string key) =>
        With(release, release.Query<ReleasedIndicator>($"SELECT {Columns} FROM indicators i WHERE i.key = @key", new { key })) is [var only] ? only : null;

    public static IReadOnlyList<IndicatorView> OfItem(Release release, PublicKey plan, PublicKey item) => With(release, release.Query<ReleasedIndicator>(
        $"SELECT {Columns} FROM indicator_uses u JOIN indicators i ON i.key = u.indicator WHERE u.plan = @plan AND u.item = @item ORDER BY u.place, i.key", new { plan = plan.Value, item = item.Value }));

    public static IReadOnlyList<IndicatorView> OfProject(Release release, PublicKey project) => With(release, release.Query<ReleasedIndicator>(
        $"SELECT {Columns} FROM indicator_uses u JOIN indicators i ON i.key = u.indicator WHERE u.project = @project ORDER BY CASE i.kind WHEN 'Outcome' THEN 2 WHEN 'Population' THEN 1 ELSE 0 END, u.place, i.key", new { project = project.Value }));

    private static List<IndicatorView> With(Release release, IReadOnlyList<ReleasedIndicator> indicators)
    {
        var keys = indicators.Select(i => i.Key.Value).ToArray();
        var actuals = release.Query<ReleasedActual>("SELECT * FROM actuals WHERE indicator IN @keys ORDER BY fiscal_year", new { keys }).ToLookup(a => a.Indicator);
        var targets = release.Query<ReleasedTarget>("SELECT * FROM targets WHERE indicator IN @keys ORDER BY fiscal_year, revision", new { keys }).ToLookup(t => t.Indicator);
        if (!indicators.Any(i => i.Type is not null))
            return [.. indicators.Select(i => new IndicatorView(i, [.. actuals[i.Key]], [.. targets[i.Key]]))];
        var shares = release.Query<ReleasedShare>("SELECT * FROM expected_shares WHERE indicator IN @keys ORDER BY fiscal_year", new { keys }).ToLookup(s => s.Indicator);
        var breaks = release.Query<ReleasedBreak>("SELECT * FROM series_breaks WHERE indicator IN @keys ORDER BY fiscal_year", new { keys }).ToLookup(b => b.Indicator);
        var rules = PublicRules.Of(release);
        return [.. indicators.Select(i => new IndicatorView(i, [.. actuals[i.Key]], [.. targets[i.Key]]) { Shares = [.. shares[i.Key]], Breaks = [.. breaks[i.Key]], Rules = rules })];
    }
}
