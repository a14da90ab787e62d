using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>The year and stage whose amounts stand for "now" in a plan: the latest year up to the present one that has any, at the stage most projects have an amount for. The rule of the public pages.</summary>
public sealed record BookCostYear(FiscalYear Year, MoneyStage Stage)
{
    internal static readonly MoneyKind[] Kinds = [MoneyKind.Total, .. CostCheck.Sources];

    public string Words => $"{Year.Era}{Names.Of(Stage)}";

    internal static async Task<BookCostYear?> Of(OfficeDb db, PlanId plan, FiscalYear now)
    {
        var projects = db.Set<Placement>().Where(l => l.PlanId == plan).Select(l => l.ProjectId);
        var all = await db.Set<Money>().Where(m => m.Amount != null && Kinds.Contains(m.Kind) && projects.Contains(m.ProjectId)).GroupBy(m => new { m.FiscalYear, m.Stage })
            .Select(g => new { g.Key.FiscalYear, g.Key.Stage, Projects = g.Select(m => m.ProjectId).Distinct().Count() }).ToListAsync();
        if (all.Count == 0)
            return null;
        var known = all.Where(c => c.FiscalYear <= now).ToList();
        var year = known.Count > 0 ? known.Max(c => c.FiscalYear) : all.Min(c => c.FiscalYear);
        return all.Where(c => c.FiscalYear == year).OrderByDescending(c => c.Projects).ThenByDescending(c => c.Stage).Select(c => new BookCostYear(c.FiscalYear, c.Stage)).First();
    }
}
