using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Plans;

namespace Shirube.Office.Links;

/// <summary>What an item or a project is linked with, as its page shows it.</summary>
public sealed record Linkage(IReadOnlyList<LinkedItem> Items, IReadOnlyList<LinkedGoal> Goals, IReadOnlyList<LinkedInitiative> Initiatives, IReadOnlyList<LinkedPartner> Partners)
{
    /// <summary>The kinds of records that the linkage of a project is made of.</summary>
    public static readonly IReadOnlyList<string> MadeOf = [nameof(ItemLink), nameof(GoalLink), nameof(Initiative), nameof(Project), nameof(Plan), nameof(Edition), nameof(PlanItem)];

    public int Count => Items.Count + Goals.Count + Initiatives.Count + Partners.Count;
    public bool IsEmpty => Count == 0;

    internal static async Task<Linkage> OfItem(OfficeDb db, ItemPlace item) => new(
        await LinkedItem.With(db, [item]),
        await LinkedGoal.Read(db, db.GoalLinks.Where(l => l.PlanId == item.Plan && l.ItemKey == item.Item)),
        await LinkedInitiative.Read(db, db.Initiatives.Where(i => i.Members.Any(m => m.PlanId == item.Plan && m.ItemKey == item.Item))),
        await db.PartnerActivities.AsNoTracking().Where(a => a.PlanId == item.Plan && a.ItemKey == item.Item).OrderBy(a => a.Kind).ThenBy(a => a.Who).ThenBy(a => a.Id)
            .Select(a => new LinkedPartner(a.Who, a.Kind, a.What, a.First, a.Last, a.IsSample)).ToListAsync());

    /// <summary>Of a project: its own goals, and what is linked with the items it stands under.</summary>
    internal static async Task<Linkage> OfProject(OfficeDb db, ProjectId project, PlanPaths paths)
    {
        var above = paths.Places.SelectMany(p => new[] { p.Item, p.Up1, p.Up2, p.Up3, p.Up4 }.Where(s => s.Key is not null).Select(s => new ItemPlace(p.PlanId!.Value, s.Key!.Value))).ToList();
        var keys = above.Select(a => (PublicKey?)a.Item).ToList();
        return new(
            [.. (await LinkedItem.With(db, above)).DistinctBy(i => (i.Plan, i.Item))],
            await LinkedGoal.Read(db, db.GoalLinks.Where(l => l.ProjectId == project)),
            await LinkedInitiative.Read(db, db.Initiatives.Where(i => i.Members.Any(m => m.ProjectId == project || keys.Contains(m.ItemKey)))),
            []);
    }
}

/// <summary>An item at the other end of a link; without a title the edition that the office means lacks it.</summary>
public sealed record LinkedItem(Guid Id, PublicKey Plan, string PlanName, PublicKey Item, string? Code, string? Title, string? Note, bool IsSample)
{
    public string Name => Title is null ? "(庁内で使う版にない項目)" : Code is null ? Title : $"{Code} {Title}";

    internal static async Task<IReadOnlyList<LinkedItem>> With(OfficeDb db, IReadOnlyCollection<ItemPlace> ends)
    {
        var keys = ends.Select(e => e.Item).ToList();
        var found = await (from link in db.ItemLinks.AsNoTracking()
                           where keys.Contains(link.ItemKey) || keys.Contains(link.OtherItemKey)
                           select link).ToListAsync();
        var others = found.SelectMany(l => new[] { (Link: l, End: l.One, Other: l.Other), (Link: l, End: l.Other, Other: l.One) }).Where(l => ends.Contains(l.End)).DistinctBy(l => (l.Link.Id, l.Other)).ToList();
        if (others.Count == 0)
            return [];
        var wanted = others.Select(o => o.Other.Item).Distinct().ToList();
        var plans = others.Select(o => o.Other.Plan).Distinct().ToList();
        var there = await (from plan in db.Plans
                           where plans.Contains(plan.Id)
                           from item in db.PlanItems.Where(i => i.EditionId == plan.ShownId && wanted.Contains(i.Key)).DefaultIfEmpty()
                           select new { plan.Id, plan.Key, plan.Name, Item = (PublicKey?)item.Key, item.Code, Title = (string?)item.Title }).AsNoTracking().ToListAsync();
        return [.. from other in others
                   let plan = there.First(t => t.Id == other.Other.Plan)
                   let item = there.FirstOrDefault(t => t.Id == other.Other.Plan && t.Item == other.Other.Item)
                   orderby plan.Name, item?.Code, item?.Title
                   select new LinkedItem(other.Link.Id.Value, plan.Key, plan.Name, other.Other.Item, item?.Code, item?.Title, other.Link.Note, other.Link.IsSample)];
    }
}

public sealed record LinkedGoal(PublicKey Key, int Goal, string? Target, Strength Strength, string? Reason, bool IsSample)
{
    internal static Task<List<LinkedGoal>> Read(OfficeDb db, IQueryable<GoalLink> links) =>
        links.AsNoTracking().OrderBy(l => l.Goal).ThenBy(l => l.Strength).ThenBy(l => l.Target).ThenBy(l => l.Id).Select(l => new LinkedGoal(l.Key, l.Goal, l.Target, l.Strength, l.Reason, l.IsSample)).ToListAsync();
}

public sealed record LinkedInitiative(PublicKey Key, string Name, string PlanName, bool IsSample)
{
    internal static Task<List<LinkedInitiative>> Read(OfficeDb db, IQueryable<Initiative> initiatives) =>
        (from initiative in initiatives
         join plan in db.Plans on initiative.PlanId equals plan.Id
         orderby plan.Name, initiative.Order, initiative.Id
         select new LinkedInitiative(initiative.Key, initiative.Name, plan.Name, initiative.IsSample)).AsNoTracking().ToListAsync();
}

public sealed record LinkedPartner(string Who, PartnerKind Kind, string What, FiscalYear First, FiscalYear? Last, bool IsSample);
