using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Links;

namespace Shirube.Office.Plans;

/// <summary>What hangs on an item: projects, indicators, and what was said of it beside other plans. All of these mean the item by its key, whatever the edition.</summary>
internal static class ItemUses
{
    // why: of a draft an item may be dropped, what hangs on it stays with it in the edition it was copied from; what is public keeps what stands on it.
    public static async Task<(int Projects, int Indicators, int Links, int Lineages)> Count(OfficeDb db, WorkingTree working, PlanItem item)
    {
        var (plan, key) = (working.Plan.Id, item.Key);
        var isElsewhere = await IsElsewhere(db, working, item);
        if (isElsewhere && !working.Edition.IsPublic)
            return default;
        return (await db.Set<Placement>().CountAsync(l => l.PlanId == plan && l.ItemKey == key), await db.Set<IndicatorUse>().CountAsync(u => u.PlanId == plan && u.ItemKey == key),
            await LinkedThings.CountOf(db, new(plan, key)), isElsewhere ? 0 : await db.Lineages.CountAsync(l => l.FromPlanId != l.ToPlanId && ((l.FromPlanId == plan && l.FromKey == key) || (l.ToPlanId == plan && l.Successors.Any(s => s.ItemKey == key)))));
    }

    /// <summary>Records that an item of the edition was merged into another; what hangs on it follows at once, or where another edition still has the item, when this edition comes into force.</summary>
    public static async Task Merge(OfficeDb db, WorkingTree working, PlanItem item, PlanItem into, string? reason)
    {
        var plan = working.Plan.Id;
        var said = await db.Lineages.AsTracking().Include(l => l.Successors).SingleOrDefaultAsync(l => l.FromPlanId == plan && l.ToPlanId == plan && l.FromKey == item.Key);
        said?.Carry([into.Key], reason);
        if (said is null)
            db.Add(Lineage.Carry(plan, item.Key, plan, [into.Key], reason));
        if (!string.IsNullOrWhiteSpace(reason))
            await Explain(db, working.Edition.Id, item.Key, reason);
        if (await IsElsewhere(db, working, item) && !working.Edition.IsPublic)
            return;
        await Follow(db, plan, item.Key, into.Key);
        foreach (var before in await db.Lineages.AsTracking().Include(l => l.Successors).Where(l => l.FromPlanId != plan && l.ToPlanId == plan && l.FromKey != null && l.Successors.Any(s => s.ItemKey == item.Key)).ToListAsync())
            before.Carry(before.Successors.OrderBy(s => s.Order).Select(s => s.ItemKey == item.Key ? into.Key : s.ItemKey), before.Reason);
    }

    /// <summary>What hangs on items that were merged and are not in the edition goes over to those that took them in.</summary>
    public static async Task FollowMerged(OfficeDb db, Edition edition)
    {
        var items = await db.PlanItems.Where(i => i.EditionId == edition.Id).Select(i => i.Key).ToListAsync();
        foreach (var merged in await Merged(db, edition.PlanId))
            if (!items.Contains(merged.From) && items.Contains(merged.Into))
                await Follow(db, edition.PlanId, merged.From, merged.Into);
    }

    /// <summary>How many projects have their place at items that the edition does not have, merged ones left out.</summary>
    public static async Task<int> Homeless(OfficeDb db, Edition edition)
    {
        var merged = (await Merged(db, edition.PlanId)).Select(m => m.From).ToList();
        return await db.Set<Placement>().Where(l => l.PlanId == edition.PlanId && !merged.Contains(l.ItemKey) && !db.PlanItems.Any(i => i.EditionId == edition.Id && i.Key == l.ItemKey)).Select(l => l.ProjectId).Distinct().CountAsync();
    }

    private static async Task Explain(OfficeDb db, EditionId edition, PublicKey item, string reason)
    {
        var there = await db.ChangeReasons.AsTracking().SingleOrDefaultAsync(r => r.EditionId == edition && r.ItemKey == item);
        there?.Write(reason);
        if (there is null)
            db.Add(ChangeReason.Of(edition, item, reason));
    }

    private static Task<bool> IsElsewhere(OfficeDb db, WorkingTree working, PlanItem item) =>
        db.PlanItems.AnyAsync(i => i.Key == item.Key && i.EditionId != item.EditionId && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == working.Plan.Id));

    private static async Task<IReadOnlyList<(PublicKey From, PublicKey Into)>> Merged(OfficeDb db, PlanId plan) =>
        [.. (await db.Lineages.AsNoTracking().Include(l => l.Successors).Where(l => l.FromPlanId == plan && l.ToPlanId == plan && l.FromKey != null && l.Successors.Count == 1).ToListAsync()).Select(l => (l.FromKey!.Value, l.Successors[0].ItemKey))];

    private static async Task Follow(OfficeDb db, PlanId plan, PublicKey from, PublicKey into)
    {
        foreach (var project in await db.Projects.AsTracking().Include(p => p.Placements).Where(p => p.Placements.Any(l => l.PlanId == plan && l.ItemKey == from)).ToListAsync())
            project.FollowItem(plan, from, into);
        foreach (var indicator in await db.Indicators.AsTracking().Include(i => i.Uses).Where(i => i.Uses.Any(u => u.PlanId == plan && u.ItemKey == from)).ToListAsync())
            indicator.FollowItem(plan, from, into);
        await MergedLinks.Follow(db, new(plan, from), into);
    }
}
