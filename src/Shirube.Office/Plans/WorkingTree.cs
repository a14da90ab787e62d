using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>A plan with the edition people work on (the newest) and its items, as one loads them to read or change the tree.</summary>
public sealed class WorkingTree(Plan plan, Edition edition, IReadOnlyList<PlanItem> items)
{
    public Plan Plan { get; } = plan;
    public Edition Edition { get; } = edition;
    public IReadOnlyList<PlanItem> Items { get; } = items;

    public PlanTree Tree() => new(Edition, Plan, Items);

    public PlanItem? Find(string? key) => Items.FirstOrDefault(i => i.Key.Value == key);

    public PlanItem? ParentOf(PlanItem item) => item.ParentId is { } parent ? Items.FirstOrDefault(i => i.Id == parent) : null;

    public Level LevelOf(PlanItem item) => Plan.Levels.Single(l => l.Id == item.LevelId);

    /// <summary>From the top down to the item's parent.</summary>
    public IReadOnlyList<PlanItem> PathTo(PlanItem item)
    {
        var path = new List<PlanItem>();
        for (var at = ParentOf(item); at is not null; at = ParentOf(at))
            path.Insert(0, at);
        return path;
    }

    public static string NameOf(PlanItem item) => item.Code is null ? item.Title : $"{item.Code} {item.Title}";

    internal static async Task<WorkingTree?> Read(OfficeDb db, string planKey, bool tracked = false)
    {
        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        if (await db.Plans.AsTracking(tracking).Include(p => p.Levels.OrderBy(l => l.Order)).SingleOrDefaultAsync(p => p.Key == new PublicKey(planKey)) is not { } plan
            || await db.Editions.AsTracking(tracking).Where(e => e.PlanId == plan.Id).OrderByDescending(e => e.Id).FirstOrDefaultAsync() is not { } edition)
            return null;
        // why: items hold no other entity, so there are no identities to resolve; with thousands of items that took most of the time.
        var items = tracked ? db.PlanItems : db.PlanItems.AsNoTracking();
        return new(plan, edition, await items.Where(i => i.EditionId == edition.Id).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync());
    }
}
