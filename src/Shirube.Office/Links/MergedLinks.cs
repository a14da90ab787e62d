using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;

namespace Shirube.Office.Links;

/// <summary>What links items to other plans, goals, initiatives and partners goes over with them to the items they were merged into; what those have already is not said twice.</summary>
internal static class MergedLinks
{
    public static async Task Follow(OfficeDb db, PlanId plan, IReadOnlyList<(PublicKey From, PublicKey Into)> pairs)
    {
        var keys = pairs.SelectMany(p => new[] { p.From, p.Into }).Distinct().ToList();
        // why: all read before any is changed; two items merged into one must see each other's links.
        var links = await db.ItemLinks.AsTracking().Where(l => keys.Contains(l.ItemKey) || keys.Contains(l.OtherItemKey)).ToListAsync();
        var goals = await db.GoalLinks.AsTracking().Where(l => l.ItemKey != null && keys.Contains(l.ItemKey.Value)).ToListAsync();
        var initiatives = await db.Initiatives.AsTracking().Include(i => i.Members).Where(i => i.Members.Any(m => m.ItemKey != null && keys.Contains(m.ItemKey.Value))).ToListAsync();
        var activities = await db.PartnerActivities.AsTracking().Where(a => a.ItemKey != null && keys.Contains(a.ItemKey.Value)).ToListAsync();
        foreach (var (from, into) in pairs)
        {
            var (place, heir) = (new ItemPlace(plan, from), new ItemPlace(plan, into));
            db.RemoveRange(Links(links, place, heir));
            db.RemoveRange(Goals(goals, place, heir));
            initiatives.ForEach(i => i.FollowItem(place, into));
            activities.ForEach(a => a.FollowItem(place, into));
        }
    }

    /// <summary>Moves the links and returns those that the heir has already.</summary>
    private static List<ItemLink> Links(List<ItemLink> all, ItemPlace from, ItemPlace heir)
    {
        var twice = all.Where(l => (l.One == from || l.Other == from) && all.Exists(o => o.Joins(heir, l.Opposite(from)))).ToList();
        all.RemoveAll(twice.Contains);
        all.ForEach(l => l.FollowItem(from, heir.Item));
        return twice;
    }

    private static List<GoalLink> Goals(List<GoalLink> all, ItemPlace from, ItemPlace heir)
    {
        var twice = all.Where(g => g.Item == from && all.Exists(o => o.Item == heir && o.Goal == g.Goal && o.Target == g.Target)).ToList();
        all.RemoveAll(twice.Contains);
        all.ForEach(g => g.FollowItem(from, heir.Item));
        return twice;
    }
}
