using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Links;

namespace Shirube.Office.Plans;

/// <summary>What hangs on an item: projects, indicators, links, and what was said of it beside other plans. All of these mean the item by its key, whatever the edition.</summary>
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
            await LinkedThings.CountOf(db, new(plan, key)), isElsewhere ? 0 : await db.Lineages.CountAsync(l => l.EditionId == null && ((l.FromPlanId == plan && l.FromKey == key) || (l.ToPlanId == plan && l.Successors.Any(s => s.ItemKey == key)))));
    }

    /// <summary>Records that an item of the edition was merged into another; what hangs on it follows at once, or where another edition still has the item, when this edition comes into force.</summary>
    public static async Task Merge(OfficeDb db, WorkingTree working, PlanItem item, PlanItem into, string? reason)
    {
        // why: what was split off from the item before stays said; the one that takes what hangs on it comes first.
        var said = await Within(db, working.Edition, item.Key);
        said?.Carry([into.Key, .. said.Successors.OrderBy(s => s.Order).Select(s => s.ItemKey).Where(k => k != item.Key)], null);
        if (said is null)
            db.Add(Lineage.Within(working.Edition, item.Key, [into.Key]));
        if (!string.IsNullOrWhiteSpace(reason))
            await Explain(db, working.Edition.Id, item.Key, reason);
        if (!await IsElsewhere(db, working, item) || working.Edition.IsPublic)
            await Follow(db, working.Plan.Id, [(item.Key, into.Key)]);
    }

    /// <summary>Records that an item of the edition was split.</summary>
    public static async Task Split(OfficeDb db, WorkingTree working, PlanItem item, PlanItem split)
    {
        var said = await Within(db, working.Edition, item.Key);
        said?.Carry([.. said.Successors.OrderBy(s => s.Order).Select(s => s.ItemKey), split.Key], null);
        if (said is null)
            db.Add(Lineage.Within(working.Edition, item.Key, [item.Key, split.Key]));
    }

    /// <summary>What hangs on items that were merged and are not in the edition goes over to those that took them in.</summary>
    public static async Task FollowMerged(OfficeDb db, Edition edition)
    {
        var (gone, merged, there) = await Gone(db, edition);
        await Follow(db, edition.PlanId, [.. gone.Select(k => (From: k, Into: merged.Heir(k, there))).Where(p => p.Into is not null).Select(p => (p.From, p.Into!.Value))]);
    }

    /// <summary>How many projects have their place at items that the edition does not have and that went to none.</summary>
    public static async Task<int> Homeless(OfficeDb db, Edition edition)
    {
        var (gone, merged, there) = await Gone(db, edition);
        var lost = gone.Where(k => merged.Heir(k, there) is null).ToList();
        return await db.Set<Placement>().Where(l => l.PlanId == edition.PlanId && lost.Contains(l.ItemKey)).Select(l => l.ProjectId).Distinct().CountAsync();
    }

    private static async Task<(IReadOnlyList<PublicKey> Gone, MergedItems Merged, IReadOnlySet<PublicKey> There)> Gone(OfficeDb db, Edition edition)
    {
        var all = await (from item in db.PlanItems join e in db.Editions on item.EditionId equals e.Id where e.PlanId == edition.PlanId select new { item.Key, Here = e.Id == edition.Id }).ToListAsync();
        var there = all.Where(i => i.Here).Select(i => i.Key).ToHashSet();
        return ([.. all.Select(i => i.Key).Distinct().Where(k => !there.Contains(k))], await MergedItems.Of(db, edition), there);
    }

    private static Task<Lineage?> Within(OfficeDb db, Edition edition, PublicKey item) =>
        db.Lineages.AsTracking().Include(l => l.Successors).SingleOrDefaultAsync(l => l.EditionId == edition.Id && l.FromKey == item);

    private static async Task Explain(OfficeDb db, EditionId edition, PublicKey item, string reason)
    {
        var there = await db.ChangeReasons.AsTracking().SingleOrDefaultAsync(r => r.EditionId == edition && r.ItemKey == item);
        there?.Write(reason);
        if (there is null)
            db.Add(ChangeReason.Of(edition, item, reason));
    }

    private static Task<bool> IsElsewhere(OfficeDb db, WorkingTree working, PlanItem item) =>
        db.PlanItems.AnyAsync(i => i.Key == item.Key && i.EditionId != item.EditionId && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == working.Plan.Id));

    private static async Task Follow(OfficeDb db, PlanId plan, IReadOnlyList<(PublicKey From, PublicKey Into)> pairs)
    {
        var froms = pairs.Select(p => p.From).ToList();
        foreach (var project in await db.Projects.AsTracking().Include(p => p.Placements).Where(p => p.Placements.Any(l => l.PlanId == plan && froms.Contains(l.ItemKey))).ToListAsync())
            foreach (var (from, into) in pairs)
                project.FollowItem(plan, from, into);
        foreach (var indicator in await db.Indicators.AsTracking().Include(i => i.Uses).Where(i => i.Uses.Any(u => u.PlanId == plan && u.ItemKey != null && froms.Contains(u.ItemKey.Value))).ToListAsync())
            foreach (var (from, into) in pairs)
                indicator.FollowItem(plan, from, into);
        await MergedLinks.Follow(db, plan, pairs);
        var heirs = pairs.ToDictionary(p => p.From, p => p.Into);
        foreach (var before in await db.Lineages.AsTracking().Include(l => l.Successors).Where(l => l.EditionId == null && l.ToPlanId == plan && l.FromKey != null && l.Successors.Any(s => froms.Contains(s.ItemKey))).ToListAsync())
            before.Carry(before.Successors.OrderBy(s => s.Order).Select(s => heirs.GetValueOrDefault(s.ItemKey, s.ItemKey)), before.Reason);
    }
}
