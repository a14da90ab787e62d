using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Projects;

namespace Shirube.Office.Links;

/// <summary>Who serves what, over the editions of all plans that the office means: read in three questions.</summary>
internal sealed record LinkedTrees(PlanPlaces Places, Serving<ItemPlace, ProjectId> Serving, IReadOnlyList<ItemLink> Links)
{
    public static async Task<LinkedTrees> Read(OfficeDb db)
    {
        var places = await PlanPlaces.Read(db);
        var placements = await db.Set<Placement>().AsNoTracking().Select(l => new { l.PlanId, l.ItemKey, l.ProjectId }).ToListAsync();
        var links = await db.ItemLinks.AsNoTracking().ToListAsync();
        var all = places.ByPlan.SelectMany(g => g).ToList();
        var byId = all.ToDictionary(p => p.Id);
        return new(places, new(
            all.Where(p => p.ParentId is { } up && byId.ContainsKey(up)).Select(p => (Of(byId[p.ParentId!.Value]), Of(p))),
            placements.Select(l => (new ItemPlace(l.PlanId, l.ItemKey), l.ProjectId)),
            links.Select(l => (l.One, l.Other))), links);
    }

    /// <summary>The projects that serve a goal by themselves or stand under an item that does, each once.</summary>
    public IReadOnlySet<ProjectId> Projects(IEnumerable<GoalLink> links) =>
        links.SelectMany(l => l.Item is { } item ? Serving.Placed(item) : new HashSet<ProjectId> { l.ProjectId!.Value }).ToHashSet();

    public static ItemPlace Of(PlanPlaces.Place place) => new(place.PlanId, place.Key);

    public IReadOnlyList<PlanPlaces.Place> Items(PlanId plan) => Places.ByPlan.FirstOrDefault(g => g.Key == plan)?.ToList() ?? [];
}
