using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>An item as the succession of plans sees it.</summary>
public sealed record LineageItem(PublicKey Key, string Title);

/// <summary>現行・次期計画の対応: the items of a plan and of the next with what follows what; items that one of the two editions does not have are left out.</summary>
public sealed class SuccessionTable
{
    private readonly Dictionary<PublicKey, LineageItem> before;
    private readonly Dictionary<PublicKey, LineageItem> after;
    private readonly ILookup<PublicKey, PublicKey> successors;
    private readonly ILookup<PublicKey, PublicKey> predecessors;
    private readonly HashSet<PublicKey> dropped;
    private readonly HashSet<PublicKey> begun;

    private SuccessionTable(IEnumerable<LineageItem> old, IEnumerable<LineageItem> next, IReadOnlyCollection<(PublicKey? From, PublicKey? To)> steps)
    {
        (before, after) = (old.ToDictionary(i => i.Key), next.ToDictionary(i => i.Key));
        var pairs = steps.Where(s => s is { From: { } from, To: { } to } && before.ContainsKey(from) && after.ContainsKey(to)).Select(s => (From: s.From!.Value, To: s.To!.Value)).Distinct().ToList();
        (successors, predecessors) = (pairs.ToLookup(p => p.From, p => p.To), pairs.ToLookup(p => p.To, p => p.From));
        dropped = [.. steps.Where(s => s.To is null).Select(s => s.From!.Value).Where(before.ContainsKey)];
        begun = [.. steps.Where(s => s.From is null).Select(s => s.To!.Value).Where(after.ContainsKey)];
    }

    /// <param name="steps">Pairs of an item and one that follows; no follower where it ends, no predecessor where it is new.</param>
    public static SuccessionTable Of(IEnumerable<LineageItem> old, IEnumerable<LineageItem> next, IReadOnlyCollection<(PublicKey? From, PublicKey? To)> steps) => new(old, next, steps);

    public IEnumerable<LineageItem> SuccessorsOf(PublicKey key) => after.Values.Where(i => successors[key].Contains(i.Key));

    public IEnumerable<LineageItem> PredecessorsOf(PublicKey key) => before.Values.Where(i => predecessors[key].Contains(i.Key));

    public LineageKind OfOld(PublicKey key) => successors[key].ToList() switch
    {
        [] => dropped.Contains(key) ? LineageKind.Dropped : LineageKind.Unsaid,
        [var one] => predecessors[one].Count() > 1 ? LineageKind.Merged : SameTitle(key, one) ? LineageKind.Carried : LineageKind.Renamed,
        _ => LineageKind.Split,
    };

    public LineageKind OfNew(PublicKey key) => predecessors[key].ToList() switch
    {
        [] => begun.Contains(key) ? LineageKind.New : LineageKind.Unsaid,
        [var one] => successors[one].Count() > 1 ? LineageKind.Split : SameTitle(one, key) ? LineageKind.Carried : LineageKind.Renamed,
        _ => LineageKind.Merged,
    };

    public int CountOld(LineageKind kind) => before.Keys.Count(k => OfOld(k) == kind);

    public int CountNew(LineageKind kind) => after.Keys.Count(k => OfNew(k) == kind);

    /// <summary>Items of which nobody has said anything and that share their title with exactly one of the other plan: a suggestion, to be confirmed.</summary>
    public IReadOnlyList<(LineageItem Old, LineageItem New)> Suggested()
    {
        var free = after.Values.Where(i => OfNew(i.Key) == LineageKind.Unsaid).ToLookup(i => i.Title);
        return [.. before.Values.Where(i => OfOld(i.Key) == LineageKind.Unsaid).GroupBy(i => i.Title)
            .Where(g => g.Count() == 1 && free[g.Key].Count() == 1).Select(g => (g.Single(), free[g.Key].Single()))];
    }

    private bool SameTitle(PublicKey old, PublicKey next) => before[old].Title == after[next].Title;
}
