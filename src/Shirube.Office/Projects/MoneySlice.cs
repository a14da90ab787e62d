using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects;

/// <summary>What a list of projects costs in one year and stage: the sum of those that say it, and how many do not.</summary>
public sealed record MoneySlice(FiscalYear Year, MoneyStage Stage, Yen Sum, int Reported, IReadOnlyList<string?> Classes)
{
    public string Key => $"{Year.Value}-{Stage}";
    public string Name => $"{Year.Era} {Names.Of(Stage)}";

    /// <summary>The latest first. The sum takes the stated total, or the sources where none is stated.</summary>
    internal static async Task<IReadOnlyList<MoneySlice>> Of(OfficeDb db, IQueryable<Project> projects)
    {
        var rows = await (from money in db.Set<Money>()
                          join project in projects on money.ProjectId equals project.Id
                          where money.Amount != null && money.Kind != MoneyKind.Personnel && money.Kind != MoneyKind.FullCost
                          group money by new { project.Id, project.Class, money.FiscalYear, money.Stage } into g
                          select new
                          {
                              g.Key.Class,
                              g.Key.FiscalYear,
                              g.Key.Stage,
                              Total = g.Where(m => m.Kind == MoneyKind.Total).Sum(m => (long?)m.Amount),
                              HasTotal = g.Any(m => m.Kind == MoneyKind.Total),
                              Sources = g.Where(m => m.Kind != MoneyKind.Total).Sum(m => (long?)m.Amount),
                          }).ToListAsync();
        return [.. rows.GroupBy(r => (r.FiscalYear, r.Stage))
            .Select(g => new MoneySlice(g.Key.FiscalYear, g.Key.Stage, new(g.Sum(r => (r.HasTotal ? r.Total : r.Sources) ?? 0)), g.Count(), [.. g.Select(r => r.Class).Distinct()]))
            .OrderByDescending(s => s.Year).ThenByDescending(s => s.Stage)];
    }
}
