using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>The items of editions as they are compared, read in one query.</summary>
internal static class EditionStates
{
    public static async Task<ILookup<EditionId, ItemState>> Read(OfficeDb db, IReadOnlyCollection<EditionId> editions)
    {
        var items = await (from item in db.PlanItems
                           join level in db.Set<Level>() on item.LevelId equals level.Id
                           where editions.Contains(item.EditionId)
                           select new { item.Id, item.EditionId, item.Key, item.ParentId, item.Order, Level = level.Name, item.Code, item.Title, item.PlainTitle, item.Body }).AsNoTracking().ToListAsync();
        var keys = items.ToDictionary(i => i.Id, i => i.Key);
        return items.ToLookup(i => i.EditionId, i => new ItemState(i.Key, i.ParentId is { } parent ? keys[parent] : null, i.Order, i.Level, i.Code, i.Title, i.PlainTitle, i.Body));
    }
}
