using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Indicators;

namespace Shirube.Office.Indicators;

/// <summary>An indicator with its assessment in every year that has a value, the newest first.</summary>
public sealed record AssessedIndicator(Indicator Indicator, AssessmentRules Rules)
{
    private readonly IndicatorSeries series = Indicator.Series;

    public IReadOnlyList<YearAssessment> Years => [.. Indicator.Actuals.Select(a => a.FiscalYear).Where(series.IsAssessed).OrderDescending().Select(y => series.AssessIn(y, Rules.Rule)).OfType<YearAssessment>()];

    /// <summary>What must be added each year to reach the goal, rounded to two digits.</summary>
    public decimal? Needed => series.NeededEachYear is { } needed ? Math.Round(needed, 2) : null;

    public static async Task<AssessedIndicator> Of(OfficeDb db, Indicator indicator) =>
        new(indicator, await db.AssessmentRules.AsNoTracking().Include(r => r.Bands).SingleOrDefaultAsync() ?? AssessmentRules.First());
}
