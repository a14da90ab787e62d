using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>新旧対照表: two editions item by item, in the order of the new one; what is gone stands where it stood. An item is the same in both where its key is.</summary>
public sealed class ComparisonTable
{
    private readonly Dictionary<PublicKey, ItemState> before;
    private readonly Dictionary<PublicKey, ItemState> after;
    private readonly ILookup<PublicKey?, ItemState> childrenBefore;
    private readonly ILookup<PublicKey?, ItemState> childrenAfter;
    private readonly HashSet<PublicKey> displaced = [];
    private readonly List<ComparedItem> lines = [];

    private ComparisonTable(IReadOnlyCollection<ItemState> old, IReadOnlyCollection<ItemState> @new)
    {
        (before, after) = (old.ToDictionary(i => i.Key), @new.ToDictionary(i => i.Key));
        (childrenBefore, childrenAfter) = (ByParent(old), ByParent(@new));
        foreach (var siblings in childrenAfter)
            displaced.UnionWith(Displaced(siblings.Key));
        Walk(null, 0);
    }

    public IReadOnlyList<ComparedItem> Lines => lines;

    public IEnumerable<ComparedItem> Changed => lines.Where(l => l.IsChanged);

    public int Count(ItemChanges change) => lines.Count(l => l.Changes.HasFlag(change));

    public static ComparisonTable Of(IReadOnlyCollection<ItemState> old, IReadOnlyCollection<ItemState> @new) => new(old, @new);

    private static ILookup<PublicKey?, ItemState> ByParent(IEnumerable<ItemState> items) => items.OrderBy(i => i.Order).ToLookup(i => i.Parent);

    private void Walk(PublicKey? parent, int depth)
    {
        foreach (var key in Merged(parent))
        {
            var (old, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            lines.Add(new(old, now, depth, ChangesOf(old, now)));
            Walk(key, depth + 1);
        }
    }

    /// <summary>The children of both editions in one order: each that is gone follows the sibling it followed.</summary>
    private List<PublicKey> Merged(PublicKey? parent)
    {
        var merged = childrenAfter[parent].Select(i => i.Key).ToList();
        PublicKey? last = null;
        foreach (var sibling in childrenBefore[parent])
        {
            if (!after.ContainsKey(sibling.Key))
                merged.Insert(last is { } one ? merged.IndexOf(one) + 1 : 0, sibling.Key);
            if (merged.Contains(sibling.Key))
                last = sibling.Key;
        }

        return merged;
    }

    private ItemChanges ChangesOf(ItemState? old, ItemState? now)
    {
        if (old is null || now is null)
            return old is null ? ItemChanges.Added : ItemChanges.Removed;
        return When(ItemChanges.Moved, old.Parent != now.Parent || displaced.Contains(now.Key))
            | When(ItemChanges.Renumbered, old.Code != now.Code)
            | When(ItemChanges.Relevelled, old.Level != now.Level)
            | When(ItemChanges.Retitled, old.Title != now.Title)
            | When(ItemChanges.PlainTitle, old.PlainTitle != now.PlainTitle)
            | When(ItemChanges.Body, old.Body != now.Body);
    }

    private static ItemChanges When(ItemChanges change, bool holds) => holds ? change : ItemChanges.None;

    /// <summary>The fewest siblings that must have been taken up and put down elsewhere to come from the old order to the new one.</summary>
    private IEnumerable<PublicKey> Displaced(PublicKey? parent)
    {
        var stayed = childrenAfter[parent].Where(i => before.TryGetValue(i.Key, out var old) && old.Parent == parent).ToList();
        var kept = LongestRising([.. stayed.Select(i => before[i.Key].Order)]);
        return stayed.Where((_, i) => !kept.Contains(i)).Select(i => i.Key);
    }

    // why: the siblings that kept their order among each other are a longest rising run (patience sorting); only the rest was moved.
    private static HashSet<int> LongestRising(IReadOnlyList<int> orders)
    {
        var (ends, previous) = (new List<int>(), new int[orders.Count]);
        for (var i = 0; i < orders.Count; i++)
        {
            var length = ends.FindIndex(e => orders[e] >= orders[i]);
            if (length < 0)
                length = ends.Count;
            previous[i] = length == 0 ? -1 : ends[length - 1];
            if (length == ends.Count)
                ends.Add(i);
            else
                ends[length] = i;
        }

        var kept = new HashSet<int>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = previous[i])
            kept.Add(i);
        return kept;
    }
}
