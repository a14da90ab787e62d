using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;

namespace Shirube.Office.Links;

/// <summary>What links an item to other plans, goals, initiatives and partners goes over with it to the item it was merged into; what that one has already is not said twice.</summary>
internal static class MergedLinks
{
    public static async Task Follow(OfficeDb db, ItemPlace from, PublicKey into)
    {
        var taken = new ItemPlace(from.Plan, into);
        var links = await db.ItemLinks.AsTracking().Where(l => l.ItemKey == from.Item || l.OtherItemKey == from.Item || l.ItemKey == into || l.OtherItemKey == into).ToListAsync();
        foreach (var link in links.Where(l => l.One == from || l.Other == from))
            if (links.Exists(l => l.Joins(taken, link.Opposite(from))))
                db.Remove(link);
            else
                link.FollowItem(from, into);
        var goals = await db.GoalLinks.AsTracking().Where(l => l.ItemKey == from.Item || l.ItemKey == into).ToListAsync();
        foreach (var goal in goals.Where(g => g.Item == from))
            if (goals.Exists(g => g.Item == taken && g.Goal == goal.Goal && g.Target == goal.Target))
                db.Remove(goal);
            else
                goal.FollowItem(from, into);
        foreach (var initiative in await db.Initiatives.AsTracking().Include(i => i.Members).Where(i => i.Members.Any(m => m.ItemKey == from.Item)).ToListAsync())
            initiative.FollowItem(from, into);
        foreach (var activity in await db.PartnerActivities.AsTracking().Where(a => a.ItemKey == from.Item).ToListAsync())
            activity.FollowItem(from, into);
    }
}
