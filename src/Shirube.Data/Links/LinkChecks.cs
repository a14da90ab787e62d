using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Links;

namespace Shirube.Data;

/// <summary>Whether links, goals, members and activities name items that some edition of the plan has.</summary>
internal static class LinkChecks
{
    public static async Task<IReadOnlyList<string>> RunAsync(OfficeDb db, CancellationToken cancel) =>
    [
        .. await (from link in db.ItemLinks
                  join plan in db.Plans on link.PlanId equals plan.Id
                  where !db.PlanItems.Any(i => i.Key == link.ItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == link.PlanId))
                  orderby plan.Name, link.Id
                  select $"項目のつながりが、計画「{plan.Name}」にない項目({link.ItemKey})を指しています。").ToListAsync(cancel),
        .. await (from link in db.ItemLinks
                  join plan in db.Plans on link.OtherPlanId equals plan.Id
                  where !db.PlanItems.Any(i => i.Key == link.OtherItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == link.OtherPlanId))
                  orderby plan.Name, link.Id
                  select $"項目のつながりが、計画「{plan.Name}」にない項目({link.OtherItemKey})を指しています。").ToListAsync(cancel),
        .. await (from link in db.GoalLinks
                  where link.ItemKey != null && !db.PlanItems.Any(i => i.Key == link.ItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == link.PlanId))
                  orderby link.Goal, link.Id
                  select $"SDGsの目標{link.Goal}とのつながりが、計画にない項目({link.ItemKey})を指しています。").ToListAsync(cancel),
        .. await (from member in db.Set<InitiativeMember>()
                  join initiative in db.Initiatives on member.InitiativeId equals initiative.Id
                  where member.ItemKey != null && !db.PlanItems.Any(i => i.Key == member.ItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == member.PlanId))
                  orderby initiative.Name, member.Id
                  select $"重点プロジェクト「{initiative.Name}」に、計画にない項目({member.ItemKey})が入っています。").ToListAsync(cancel),
        .. await (from activity in db.PartnerActivities
                  where activity.ItemKey != null && !db.PlanItems.Any(i => i.Key == activity.ItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == activity.PlanId))
                  orderby activity.Who, activity.Id
                  select $"「{activity.Who}」の活動が、計画にない項目({activity.ItemKey})を指しています。").ToListAsync(cancel),
    ];
}
