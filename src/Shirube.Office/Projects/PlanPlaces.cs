using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Office.Lists;

namespace Shirube.Office.Projects;

/// <summary>The items of every plan's shown edition, as places to choose: for filters and for placing projects and indicators.</summary>
public sealed class PlanPlaces
{
    private readonly IReadOnlyList<Place> places;
    private readonly Dictionary<PublicKey, Place> byKey;
    private readonly ILookup<PlanItemId?, Place> below;

    internal PlanPlaces(IEnumerable<Place> places)
    {
        this.places = InOrder([.. places]);
        byKey = this.places.DistinctBy(p => p.Key).ToDictionary(p => p.Key);
        below = this.places.ToLookup(p => p.ParentId);
    }

    public sealed record Place(PlanId PlanId, PublicKey PlanKey, string PlanName, EditionId EditionId, PlanItemId Id, PlanItemId? ParentId, PublicKey Key, int Order, string? Code, string Title, bool CarriesProjects, int Level)
    {
        public string Name => Code is null ? Title : $"{Code} {Title}";
    }

    internal static async Task<PlanPlaces> Read(OfficeDb db)
    {
        var rows = await (from item in db.PlanItems
                          join plan in db.Plans on item.EditionId equals plan.ShownId
                          join level in db.Set<Level>() on item.LevelId equals level.Id
                          select new Place(plan.Id, plan.Key, plan.Name, item.EditionId, item.Id, item.ParentId, item.Key, item.Order, item.Code, item.Title, level.CarriesProjects, level.Order))
            .AsNoTracking().ToListAsync();
        return new(rows);
    }

    public IEnumerable<IGrouping<PlanId, Place>> ByPlan => places.GroupBy(p => p.PlanId);

    public Place? Find(PublicKey key) => byKey.GetValueOrDefault(key);

    public IReadOnlyList<PublicKey> SelfAndBelow(PublicKey key)
    {
        var found = places.Where(p => p.Key == key).ToList();
        for (var i = 0; i < found.Count; i++)
            found.AddRange(below[found[i].Id]);
        return [.. found.Select(p => p.Key)];
    }

    /// <summary>An item and all below it.</summary>
    internal IReadOnlyList<PlanItemId> SelfAndBelow(PlanItemId top)
    {
        var found = new List<PlanItemId> { top };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(below[found[i]].Select(p => p.Id));
        return found;
    }

    /// <summary>All items as choices grouped by plan, deeper ones set in.</summary>
    public IReadOnlyList<SelectListItem> Choices()
    {
        var groups = ByPlan.ToDictionary(g => g.Key, g => new SelectListGroup { Name = g.First().PlanName });
        return [.. places.Select(p => new SelectListItem(new string('\u3000', p.Level - 1) + p.Name, p.Key.Value) { Group = groups[p.PlanId] })];
    }

    /// <summary>The items of one plan that carry projects.</summary>
    public static IEnumerable<SelectListItem> ForProjects(IEnumerable<Place> plan) => plan.Where(p => p.CarriesProjects).Select(p => new SelectListItem(p.Name, p.Key.Value));

    /// <summary>The key of the item that somebody typed the key, number or name of; a refusal where no item of the plan that carries projects, or more than one, is called so.</summary>
    public string KeyOf(PlanId plan, string typed)
    {
        var offered = places.Where(p => p.PlanId == plan && p.CarriesProjects).ToList();
        var names = new ChoiceSet<PublicKey?>([.. offered.Select(p => new Choice<PublicKey?>(p.Key, p.Key.Value, p.Name) { Also = p.Code is null ? [] : [p.Code, p.Title] })]);
        return Find(new(typed)) is not null ? typed : names.WordOf(LabelOf(offered.Count > 0 ? offered[0].PlanName : ""), typed);
    }

    /// <summary>What the field of a plan's place is called.</summary>
    public static string LabelOf(string plan) => $"計画の項目({plan})";

    private static List<Place> InOrder(List<Place> rows)
    {
        var children = rows.ToLookup(r => (r.EditionId, r.ParentId));
        var ordered = new List<Place>(rows.Count);
        foreach (var edition in rows.Select(r => (r.EditionId, r.PlanName)).Distinct().OrderBy(e => e.PlanName))
            Walk(edition.EditionId, null);
        return ordered;

        void Walk(EditionId edition, PlanItemId? parent)
        {
            foreach (var row in children[(edition, parent)].OrderBy(r => r.Order))
            {
                ordered.Add(row);
                Walk(edition, row.Id);
            }
        }
    }
}
