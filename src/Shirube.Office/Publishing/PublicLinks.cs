using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>What of the links is public: those whose items are. A contact has no place here.</summary>
internal sealed class PublicLinks(OfficeDb db, IReadOnlyDictionary<PlanId, PublicKey> plans, IReadOnlySet<(PlanId, PublicKey)> items, IReadOnlyDictionary<ProjectId, PublicKey> projects)
{
    public async Task<ReleaseContent> AddToAsync(ReleaseContent content, CancellationToken cancel)
    {
        var links = await db.ItemLinks.AsNoTracking().ToListAsync(cancel);
        var goals = await db.GoalLinks.AsNoTracking().ToListAsync(cancel);
        var sets = await db.OwnGoalSets.AsNoTracking().ToListAsync(cancel);
        var own = await db.OwnGoals.AsNoTracking().Include(g => g.Relations).ToListAsync(cancel);
        var initiatives = (await db.Initiatives.AsNoTracking().Include(i => i.Members).ToListAsync(cancel)).Where(i => plans.ContainsKey(i.PlanId)).ToList();
        var partners = await db.PartnerActivities.AsNoTracking().ToListAsync(cancel);
        return content with
        {
            ItemLinks = [.. links.Where(l => IsPublic(l.One) && IsPublic(l.Other)).Select(l => new ReleasedItemLink(plans[l.PlanId], l.ItemKey, plans[l.OtherPlanId], l.OtherItemKey, l.Note, l.IsSample))],
            GoalLinks = [.. goals.Where(l => l.ProjectId is not null || IsPublic(l.Item)).Select(l => new ReleasedGoalLink(l.Key, l.Goal, l.Target, KeyOf(l.ProjectId), KeyOf(l.PlanId), l.ItemKey, l.Strength, l.Reason, l.IsSample))],
            OwnGoalSets = [.. sets.Select(s => new ReleasedOwnGoalSet(s.Name, s.Words, s.Source))],
            OwnGoals = [.. own.Select(g => new ReleasedOwnGoal(g.Key, g.Order, g.Name, g.Words, g.IsSample))],
            OwnGoalRelations = [.. own.SelectMany(g => g.Relations.Select(r => new ReleasedOwnGoalRelation(g.Key, r.Goal)))],
            Initiatives = [.. initiatives.Select(i => new ReleasedInitiative(i.Key, plans[i.PlanId], i.Order, i.Name, i.Words, i.IsSample))],
            InitiativeMembers = [.. initiatives.SelectMany(i => i.Members.Where(m => m.ProjectId is not null || IsPublic(m.Item)).Select(m => new ReleasedInitiativeMember(i.Key, KeyOf(m.ProjectId), KeyOf(m.PlanId), m.ItemKey)))],
            // why: what is done for a goal is public also where the item it is done for is still being drafted; the item is then not named.
            PartnerActivities = [.. partners.Where(a => a.Goal is not null || IsPublic(a.Item)).Select(a => (a, item: IsPublic(a.Item) ? a.Item : null))
                .Select(x => new ReleasedPartnerActivity(x.a.Key, x.a.Who, x.a.Kind, x.a.What, x.a.First, x.a.Last, x.a.Goal, KeyOf(x.item?.Plan), x.item?.Item, x.a.IsSample))],
        };
    }

    private bool IsPublic(ItemPlace? item) => item is { } there && items.Contains((there.Plan, there.Item));

    private PublicKey? KeyOf(PlanId? plan) => plan is { } id ? plans[id] : null;

    private PublicKey? KeyOf(ProjectId? project) => project is { } id ? projects[id] : null;
}
