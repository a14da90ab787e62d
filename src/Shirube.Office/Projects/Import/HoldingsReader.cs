using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Office.Projects.Import;

/// <summary>Reads what the municipality has, in a fixed number of queries whatever the size.</summary>
internal static class HoldingsReader
{
    public static async Task<Holdings> ReadAsync(OfficeDb db, CancellationToken cancel) => new(
        await db.Departments.OrderBy(d => d.Id).ToListAsync(cancel),
        await db.Plans.Include(p => p.Levels).OrderBy(p => p.Id).ToListAsync(cancel),
        await db.Editions.OrderBy(e => e.Id).ToListAsync(cancel),
        await db.PlanItems.OrderBy(i => i.Id).ToListAsync(cancel),
        await db.Projects.Include(p => p.Ownerships).Include(p => p.Placements).Include(p => p.BudgetLines).Include(p => p.Money).Include(p => p.Staffing)
            .AsSplitQuery().OrderBy(p => p.Id).ToListAsync(cancel),
        await db.Indicators.Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Uses).AsSplitQuery().OrderBy(i => i.Id).ToListAsync(cancel),
        await db.EvaluationFacts.Include(e => e.Answers).OrderBy(e => e.Id).ToListAsync(cancel),
        await MemoryAsync(db, cancel));

    private static async Task<Dictionary<(string, string), Remembered>> MemoryAsync(OfficeDb db, CancellationToken cancel)
    {
        var latest =
            from memory in db.ImportMemories
            join run in db.ImportRuns on memory.RunId equals run.Id
            where !(from later in db.ImportMemories
                    join laterRun in db.ImportRuns on later.RunId equals laterRun.Id
                    where later.Kind == memory.Kind && later.Identity == memory.Identity && laterRun.AtUtc > run.AtUtc
                    select later).Any()
            orderby run.AtUtc, run.Id
            select new { memory.Kind, memory.Identity, memory.AggregateId, memory.Json, run.AtUtc };
        var memories = new Dictionary<(string, string), Remembered>();
        foreach (var m in await latest.AsNoTracking().ToListAsync(cancel))
            memories[(m.Kind, m.Identity)] = new(m.Identity, m.AggregateId, Facts.FromJson(m.Json), m.AtUtc);
        return memories;
    }
}
