using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Plans;

/// <summary>What the items of levels, in all editions, carry and how they stand: what a change of a level asks for.</summary>
internal static class LevelItems
{
    public static async Task<LevelUses> UsesOf(this OfficeDb db, LevelId level)
    {
        var items = db.PlanItems.Where(i => i.LevelId == level);
        return new(await items.CountAsync(i => i.Body != null),
            await db.Set<IndicatorUse>().CountAsync(u => items.Any(i => i.Key == u.ItemKey)), await db.Set<Placement>().Where(l => items.Any(i => i.Key == l.ItemKey)).Select(l => l.ProjectId).Distinct().CountAsync());
    }

    public static async Task<IReadOnlyList<LevelStanding>> StandingsIn(this OfficeDb db, string plan)
    {
        var standings = await (from item in db.PlanItems
                               join edition in db.Editions on item.EditionId equals edition.Id
                               join found in db.Plans on edition.PlanId equals found.Id
                               where found.Key == new PublicKey(plan)
                               join parent in db.PlanItems on item.ParentId equals parent.Id into above
                               from parent in above.DefaultIfEmpty()
                               group item by new { item.LevelId, Under = parent == null ? (LevelId?)null : parent.LevelId } into standing
                               select new { standing.Key.LevelId, standing.Key.Under, Items = standing.Count() }).ToListAsync();
        return [.. standings.Select(s => new LevelStanding(s.LevelId, s.Under, s.Items))];
    }
}
