using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Organization;

/// <summary>A department with those it follows and those that follow it, and how many projects each owned in each year.</summary>
public sealed record LineageTable(IReadOnlyList<FiscalYear> Years, IReadOnlyList<LineageTable.Row> Rows, bool IsShared)
{
    private const int Back = 5;

    /// <summary>One department of the lineage; a year in which it was not there has no count.</summary>
    public sealed record Row(Department Department, string Relation, IReadOnlyList<int?> Counts);

    /// <summary>All projects of a year within the lineage.</summary>
    public IReadOnlyList<int?> Sums => [.. Years.Select((_, i) => Rows.All(r => r.Counts[i] is null) ? null : Rows.Sum(r => r.Counts[i]))];

    public static async Task<LineageTable> Of(OfficeDb db, Department there, IReadOnlyList<Department> all, FiscalYear now)
    {
        var lineage = new DepartmentLineage((await DepartmentTree.Successions(db).Select(s => new { s.PredecessorId, s.SuccessorId }).ToListAsync()).Select(s => (s.PredecessorId, s.SuccessorId)));
        var (before, after) = (lineage.Predecessors(there.Id), lineage.Successors(there.Id));
        if (before.Count + after.Count == 0)
            return new([], [], false);
        var units = all.Where(d => d.Id == there.Id || before.Contains(d.Id) || after.Contains(d.Id)).OrderBy(d => d.From).ThenBy(d => d.Name, StringComparer.Ordinal).ToList();
        var last = units.Max(d => d.From) is var newest && newest > now ? newest : now;
        var years = Enumerable.Range(last.Value - Back + 1, Back).Select(y => new FiscalYear(y)).ToList();
        var owned = await Owned(db, units.ConvertAll(d => d.Id));
        var rows = units.ConvertAll(d => new Row(d, d.Id == there.Id ? "この部課" : before.Contains(d.Id) ? "前身" : "後継",
            years.ConvertAll(y => d.ExistsIn(y) ? owned.Count(p => p.Where(o => o.From <= y).MaxBy(o => o.From)?.DepartmentId == d.Id) : (int?)null)));
        return new(years, rows, lineage.Family(there.Id).Count > units.Count);
    }

    private static async Task<List<List<Ownership>>> Owned(OfficeDb db, List<DepartmentId> units) =>
        [.. (await db.Projects.AsNoTracking().Where(p => p.Ownerships.Any(o => units.Contains(o.DepartmentId))).SelectMany(p => p.Ownerships).ToListAsync()).GroupBy(o => o.ProjectId).Select(g => g.ToList())];
}
