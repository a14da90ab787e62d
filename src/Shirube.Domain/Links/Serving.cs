namespace Shirube.Domain.Links;

/// <summary>Which projects serve an item: those placed under it or below it, and those placed under an item of another plan (or below that) which is linked with it or with one below it. One step and no further. Each project is in a set once, however many ways lead to it.</summary>
/// <param name="trees">Each item with the one above it.</param>
/// <param name="placements">Projects under items, main place or other.</param>
/// <param name="links">Items of two plans that are linked.</param>
public sealed class Serving<TItem, TProject>(IEnumerable<(TItem Above, TItem Item)> trees, IEnumerable<(TItem Item, TProject Project)> placements, IEnumerable<(TItem One, TItem Other)> links)
    where TItem : notnull where TProject : notnull
{
    private readonly ILookup<TItem, TItem> children = trees.ToLookup(t => t.Above, t => t.Item);
    private readonly ILookup<TItem, TProject> placed = placements.ToLookup(p => p.Item, p => p.Project);
    private readonly ILookup<TItem, TItem> linked = links.SelectMany(l => new[] { l, (One: l.Other, Other: l.One) }).Distinct().ToLookup(l => l.One, l => l.Other);
    private readonly Dictionary<TItem, IReadOnlyList<TItem>> below = [];
    private readonly Dictionary<TItem, IReadOnlySet<TProject>> serving = [];

    /// <summary>The item and all below it.</summary>
    public IReadOnlyList<TItem> WithBelow(TItem item) =>
        below.TryGetValue(item, out var known) ? known : below[item] = [item, .. children[item].SelectMany(WithBelow)];

    /// <summary>The projects placed under the item or below it.</summary>
    public IReadOnlySet<TProject> Placed(TItem item) => WithBelow(item).SelectMany(i => placed[i]).ToHashSet();

    /// <summary>The items that are linked with this one itself.</summary>
    public IEnumerable<TItem> LinkedWith(TItem item) => linked[item];

    public IReadOnlySet<TProject> Of(TItem item)
    {
        if (serving.TryGetValue(item, out var known))
            return known;
        var all = Placed(item).ToHashSet();
        foreach (var other in WithBelow(item).SelectMany(LinkedWith).Distinct())
            all.UnionWith(Placed(other));
        return serving[item] = all;
    }

    /// <summary>Of some items (of one plan) those that are homes of each project: it is placed there, or under an item linked there. Where an item and one below it are both, the lower one is.</summary>
    public ILookup<TProject, TItem> Homes(IReadOnlyCollection<TItem> items)
    {
        var homes = items.SelectMany(i => placed[i].Concat(linked[i].SelectMany(Placed)).Distinct().Select(p => (Project: p, Item: i))).ToList();
        var of = homes.ToLookup(h => h.Project, h => h.Item);
        return homes.Where(h => !of[h.Project].Any(other => !other.Equals(h.Item) && WithBelow(h.Item).Contains(other))).ToLookup(h => h.Project, h => h.Item);
    }
}
