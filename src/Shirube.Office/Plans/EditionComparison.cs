using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>Two editions of a plan and what changed from one to the other.</summary>
public sealed record EditionComparison(Plan Plan, IReadOnlyList<Edition> Editions, Edition Old, Edition New, ComparisonTable Table)
{
    /// <summary>Null where the plan or one of the editions is not there. Without a new edition the shown one is meant, without an old one what the new one came from.</summary>
    public static async Task<EditionComparison?> Read(OfficeDb db, string planKey, string? from, string? with)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Key == new PublicKey(planKey)) is not { } plan)
            return null;
        var editions = await db.Editions.AsNoTracking().Where(e => e.PlanId == plan.Id).OrderByDescending(e => e.Id).ToListAsync();
        if (editions.Find(e => string.IsNullOrEmpty(with) ? e.Id == plan.ShownId : e.Key.Value == with) is not { } @new || (string.IsNullOrEmpty(from) ? BasisOf(@new, editions) : editions.Find(e => e.Key.Value == from)) is not { } old)
            return null;
        var states = await States(db, [old.Id, @new.Id]);
        return new(plan, editions, old, @new, ComparisonTable.Of([.. states[old.Id]], [.. states[@new.Id]]));
    }

    // why: an edition that came from nothing is compared with its alternative, or with the one made before it, or with itself.
    private static Edition BasisOf(Edition edition, List<Edition> newestFirst) =>
        newestFirst.Find(e => e.Id == edition.BasisId) ?? newestFirst.Find(e => e.Id != edition.Id && edition.Alternatives is not null && e.Alternatives == edition.Alternatives) ?? newestFirst.Find(e => e.Id.Value.CompareTo(edition.Id.Value) < 0) ?? edition;

    private static async Task<ILookup<EditionId, ItemState>> States(OfficeDb db, IReadOnlyCollection<EditionId> editions)
    {
        var items = await (from item in db.PlanItems
                           join level in db.Set<Level>() on item.LevelId equals level.Id
                           where editions.Contains(item.EditionId)
                           select new { item.Id, item.EditionId, item.Key, item.ParentId, item.Order, Level = level.Name, item.Code, item.Title, item.PlainTitle, item.Body }).AsNoTracking().ToListAsync();
        var keys = items.ToDictionary(i => i.Id, i => i.Key);
        return items.ToLookup(i => i.EditionId, i => new ItemState(i.Key, i.ParentId is { } parent ? keys[parent] : null, i.Order, i.Level, i.Code, i.Title, i.PlainTitle, i.Body));
    }
}
