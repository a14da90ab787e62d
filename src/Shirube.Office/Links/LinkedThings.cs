using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Links;

/// <summary>Which projects, plans and items something links to: they do not go before the link does.</summary>
internal sealed record LinkedThings(IReadOnlySet<Guid> Projects, IReadOnlySet<Guid> Plans, IReadOnlySet<PublicKey> Items)
{
    public static async Task<LinkedThings> Read(OfficeDb db, CancellationToken cancel)
    {
        var goals = await db.GoalLinks.Select(l => new { l.ProjectId, l.ItemKey }).ToListAsync(cancel);
        var members = await db.Set<InitiativeMember>().Select(m => new { m.ProjectId, m.ItemKey }).ToListAsync(cancel);
        var links = await db.ItemLinks.Select(l => new { l.ItemKey, l.OtherItemKey }).ToListAsync(cancel);
        var partners = await db.PartnerActivities.Where(a => a.ItemKey != null).Select(a => a.ItemKey).ToListAsync(cancel);
        var plans = await db.Initiatives.Select(i => i.PlanId).Concat(db.Lineages.Select(l => l.FromPlanId)).Concat(db.Lineages.Select(l => l.ToPlanId)).Distinct().ToListAsync(cancel);
        var followed = await db.Lineages.Where(l => l.FromKey != null).Select(l => l.FromKey).Concat(db.Set<LineageStep>().Select(s => (PublicKey?)s.ItemKey)).Concat(db.ChangeReasons.Select(r => (PublicKey?)r.ItemKey)).ToListAsync(cancel);
        var following = await db.ProjectLineages.Select(l => l.FromId).Concat(db.Set<ProjectLineageStep>().Select(s => s.ProjectId)).ToListAsync(cancel);
        return new(
            goals.Concat(members).Select(l => l.ProjectId).OfType<ProjectId>().Concat(following).Select(p => p.Value).ToHashSet(),
            plans.Select(p => p.Value).ToHashSet(),
            goals.Concat(members).Select(l => l.ItemKey).Concat(partners).Concat(followed).OfType<PublicKey>().Concat(links.SelectMany(l => new[] { l.ItemKey, l.OtherItemKey })).ToHashSet());
    }

    /// <summary>How many links, goals, members and activities name an item.</summary>
    public static async Task<int> CountOf(OfficeDb db, ItemPlace item) =>
        await db.ItemLinks.CountAsync(l => (l.PlanId == item.Plan && l.ItemKey == item.Item) || (l.OtherPlanId == item.Plan && l.OtherItemKey == item.Item))
        + await db.GoalLinks.CountAsync(l => l.PlanId == item.Plan && l.ItemKey == item.Item)
        + await db.Set<InitiativeMember>().CountAsync(m => m.PlanId == item.Plan && m.ItemKey == item.Item)
        + await db.PartnerActivities.CountAsync(a => a.PlanId == item.Plan && a.ItemKey == item.Item);
}
