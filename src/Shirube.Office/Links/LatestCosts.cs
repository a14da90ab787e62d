using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Links;

/// <summary>What the projects cost in the latest year up to the present one that has amounts, at the stage most projects have one for.</summary>
internal sealed record LatestCosts(FiscalYear? Year, MoneyStage Stage, IReadOnlyDictionary<ProjectId, long?> Amounts)
{
    public string? Words => Year is { } year ? $"{year.Era}({Names.Of(Stage)})" : null;

    public CostTotal Of(IEnumerable<ProjectId> projects) => CostTotal.Of(projects.Select(p => Amounts.GetValueOrDefault(p)));

    public static async Task<LatestCosts> Read(OfficeDb db, DateOnly today)
    {
        var money = db.Set<Money>().Where(m => m.Kind == MoneyKind.Total || CostCheck.Sources.Contains(m.Kind));
        var all = await money.Where(m => m.Amount != null).GroupBy(m => new { m.FiscalYear, m.Stage }).Select(g => new { g.Key.FiscalYear, g.Key.Stage, Projects = g.Select(m => m.ProjectId).Distinct().Count() }).ToListAsync();
        var now = FiscalYear.Of(today);
        var year = all.Where(a => a.FiscalYear <= now).Select(a => (FiscalYear?)a.FiscalYear).Max() ?? all.Select(a => (FiscalYear?)a.FiscalYear).Min();
        if (all.Where(a => a.FiscalYear == year).OrderByDescending(a => a.Projects).ThenByDescending(a => a.Stage).FirstOrDefault() is not { } latest)
            return new(null, default, new Dictionary<ProjectId, long?>());
        var costs = await money.Where(m => m.FiscalYear == latest.FiscalYear && m.Stage == latest.Stage).GroupBy(m => m.ProjectId).Select(g => new
        {
            g.Key,
            Stated = g.Max(m => m.Kind == MoneyKind.Total ? (long?)m.Amount : null),
            Known = g.Count(m => m.Kind != MoneyKind.Total && m.Amount != null),
            Sources = g.Sum(m => m.Kind != MoneyKind.Total ? (long?)m.Amount : null),
        }).ToListAsync();
        return new(latest.FiscalYear, latest.Stage, costs.ToDictionary(c => c.Key, c => c.Stated ?? (c.Known > 0 ? c.Sources : null)));
    }
}
