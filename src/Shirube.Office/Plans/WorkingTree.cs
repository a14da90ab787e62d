using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>A plan with one of its editions and the items, as one loads them to read or change the tree: the edition the address names, or the one the office means.</summary>
public sealed class WorkingTree(Plan plan, Edition edition, IReadOnlyList<PlanItem> items)
{
    /// <summary>The name under which an address names an edition.</summary>
    public const string Named = "edition";

    public Plan Plan { get; } = plan;
    public Edition Edition { get; } = edition;
    public IReadOnlyList<PlanItem> Items { get; } = items;

    /// <summary>Whether it is the edition that the office means.</summary>
    public bool IsShown => Plan.ShownId == Edition.Id;

    /// <summary>What addresses of the plan's pages carry on: which edition they are about, where it is not the one the office means.</summary>
    public string Kept => IsShown ? "" : $"?{Named}={Edition.Key}";

    /// <summary>The plan's name, with the edition's label where it is not the one the office means.</summary>
    public string Name => IsShown ? Plan.Name : $"{Plan.Name} {Edition.Label}";

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

    /// <summary>All items as one reads the tree, with how far below the top each stands, from 0.</summary>
    public IReadOnlyList<(PlanItem Item, int Depth)> InOrder()
    {
        var (below, read) = (Items.OrderByDescending(i => i.Order).ToLookup(i => i.ParentId), new List<(PlanItem, int)>());
        var open = new Stack<(PlanItem Item, int Depth)>(below[null].Select(i => (i, 0)));
        while (open.TryPop(out var next))
        {
            read.Add(next);
            foreach (var child in below[next.Item.Id])
                open.Push((child, next.Depth + 1));
        }

        return read;
    }

    public static string NameOf(PlanItem item) => item.Code is null ? item.Title : $"{item.Code} {item.Title}";

    internal static async Task<WorkingTree?> Read(OfficeDb db, string planKey, string? edition, bool tracked = false)
    {
        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        if (await db.Plans.AsTracking(tracking).Include(p => p.Levels.OrderBy(l => l.Order)).SingleOrDefaultAsync(p => p.Key == new PublicKey(planKey)) is not { } plan
            || await db.Editions.AsTracking(tracking).FirstOrDefaultAsync(e => e.PlanId == plan.Id && (edition == null ? e.Id == plan.ShownId : e.Key == new PublicKey(edition))) is not { } there)
            return null;
        // why: items hold no other entity, so there are no identities to resolve; with thousands of items that took most of the time.
        var items = tracked ? db.PlanItems : db.PlanItems.AsNoTracking();
        return new(plan, there, await items.Where(i => i.EditionId == there.Id).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync());
    }
}
