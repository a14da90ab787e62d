using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Common;

/// <summary>The year and stage whose amounts stand for "now": the latest year up to the present one that has any, at the stage most projects have an amount for.</summary>
public sealed record CostYear(FiscalYear FiscalYear, MoneyStage Stage, int Projects)
{
    public const string Amounts = """
        amounts AS (
            SELECT project, COALESCE(MAX(CASE WHEN kind = 'Total' THEN amount END), SUM(CASE WHEN kind IN ('National', 'Prefectural', 'Bond', 'Other', 'General') THEN amount END)) AS amount,
                   MAX(CASE WHEN kind = 'General' THEN amount END) AS general
            FROM money WHERE fiscal_year = @year AND stage = @stage GROUP BY project)
        """;

    public string Words => $"{FiscalYear.Era}({Names.Of(Stage)})";
    public string StageName => Stage.ToString();

    public static IReadOnlyList<CostYear> All(Release release) => release.Query<CostYear>("""
        SELECT fiscal_year, stage, count(DISTINCT project) AS projects FROM money
        WHERE amount IS NOT NULL AND kind IN ('Total', 'National', 'Prefectural', 'Bond', 'Other', 'General') GROUP BY fiscal_year, stage
        """);

    public static CostYear? Of(Release release, DateOnly today)
    {
        var all = All(release);
        var now = FiscalYear.Of(today);
        var year = all.Where(c => c.FiscalYear <= now).Select(c => (FiscalYear?)c.FiscalYear).Max() ?? all.Select(c => (FiscalYear?)c.FiscalYear).Min();
        return all.Where(c => c.FiscalYear == year).OrderByDescending(c => c.Projects).ThenByDescending(c => c.Stage).FirstOrDefault();
    }

    /// <summary>The query's parameters; a release without money has a year in which there is none.</summary>
    public static object Parameters(CostYear? cost, object? plan = null, object? item = null, object? edition = null) =>
        new { year = cost?.FiscalYear.Value ?? 0, stage = cost?.StageName ?? "", plan = plan?.ToString(), item = item?.ToString(), edition = edition?.ToString() };
}
