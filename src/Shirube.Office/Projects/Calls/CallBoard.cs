using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects.Calls;

/// <summary>How far a call is, by department: those with the most left first.</summary>
public sealed record CallBoard(CallCount Count, IReadOnlyList<CallBoardLine> Lines, IReadOnlyList<CallRow> Rows)
{
    internal static async Task<CallBoard> Read(OfficeDb db, EntryCall call, FiscalYear today)
    {
        var rows = await CallRows.Read(db, db.EntryCalls.Where(c => c.Id == call.Id), today);
        var touched = await Touched(db, call, rows);
        var names = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name, d.Code }).ToListAsync();
        var lines = from d in names
                    let own = rows.Where(r => r.Owner == d.Id).ToList()
                    where own.Count > 0
                    let count = CallCount.Of(own)
                    orderby count.Open descending, d.Code, d.Name
                    select new CallBoardLine(d.Id, d.Name, count, own.Select(r => touched.GetValueOrDefault(r.ProjectId)).Max());
        return new(CallCount.Of(rows), [.. lines], rows);
    }

    // why: who imports, calls or repairs is no department at work; only saves by a person since the call was opened count.
    private static async Task<Dictionary<ProjectId, DateTime?>> Touched(OfficeDb db, EntryCall call, IReadOnlyList<CallRow> rows)
    {
        var asked = rows.Select(r => r.ProjectId).ToHashSet();
        var since = call.Opened.AtUtc;
        var saves = await db.ChangeEntries.Where(e => e.AtUtc >= since && e.By != null && e.Kind == nameof(Project)).GroupBy(e => e.AggregateId).Select(g => new { Id = g.Key, At = g.Max(e => e.AtUtc) }).ToListAsync();
        var values = await (from e in db.ChangeEntries
                            join u in db.Set<Domain.Indicators.IndicatorUse>() on e.AggregateId equals (Guid)(object)u.IndicatorId
                            where e.AtUtc >= since && e.By != null && e.Kind == nameof(Domain.Indicators.Indicator) && u.ProjectId != null
                            group e by u.ProjectId into g
                            select new { g.Key, At = g.Max(e => e.AtUtc) }).ToListAsync();
        return saves.Select(s => (Project: ProjectId.From(s.Id), s.At)).Concat(values.Select(v => (Project: v.Key!.Value, v.At)))
            .Where(s => asked.Contains(s.Project)).GroupBy(s => s.Project).ToDictionary(g => g.Key, g => (DateTime?)g.Max(s => s.At));
    }
}
