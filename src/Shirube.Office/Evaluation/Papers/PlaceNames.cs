using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Links;
using Shirube.Office.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>Where in the plans a project or item stands, as a path from the top: 総合計画 › 1 安心 › 1-1 子育て.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<ItemPlace, PlanPlaces.Place> places;
    private readonly Dictionary<PlanItemId, PlanPlaces.Place> byId;

    public PlaceNames(PlanPlaces all)
    {
        var rows = all.ByPlan.SelectMany(p => p).ToList();
        (places, byId) = (rows.DistinctBy(LinkedTrees.Of).ToDictionary(LinkedTrees.Of), rows.ToDictionary(p => p.Id));
    }

    /// <summary>The main places of a project in the plans, or the one of an item.</summary>
    public IReadOnlyList<string> Of(Project? project, ItemPlace? item)
    {
        var asked = item is { } own ? [own] : project?.Placements.Where(p => p.IsMain).Select(p => new ItemPlace(p.PlanId, p.ItemKey)) ?? [];
        return [.. asked.Where(places.ContainsKey).Select(p => PathOf(places[p])).Order(StringComparer.Ordinal)];
    }

    private string PathOf(PlanPlaces.Place place)
    {
        var path = new List<string>();
        for (PlanPlaces.Place? at = place; at is not null; at = at.ParentId is { } up ? byId.GetValueOrDefault(up) : null)
            path.Insert(0, at.Name);
        return string.Join(" › ", path.Prepend(place.PlanName));
    }
}
