using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>The items of the public editions, each edition read from top to bottom.</summary>
internal sealed class PublicTree(IEnumerable<Plan> plans, IEnumerable<Edition> editions, IReadOnlyList<PlanItem> items)
{
    private readonly Dictionary<PlanId, PublicKey> plans = plans.ToDictionary(p => p.Id, p => p.Key);
    private readonly Dictionary<LevelId, int> levels = plans.SelectMany(p => p.Levels).ToDictionary(l => l.Id, l => l.Order);
    private readonly Dictionary<EditionId, Edition> editions = editions.ToDictionary(e => e.Id);

    /// <summary>What projects and indicators may name.</summary>
    public HashSet<(PlanId, PublicKey)> Keys() => [.. items.Select(i => (editions[i.EditionId].PlanId, i.Key))];

    public IReadOnlyList<ReleasedItem> Rows() => [.. items.GroupBy(i => i.EditionId).SelectMany(g => Read(editions[g.Key], g.ToLookup(i => i.ParentId)))];

    private IEnumerable<ReleasedItem> Read(Edition edition, ILookup<PlanItemId?, PlanItem> children)
    {
        var order = 0;
        var open = new Stack<(PlanItem Item, PublicKey? Parent)>();
        Push(null, null);
        while (open.TryPop(out var next))
        {
            var item = next.Item;
            yield return new(plans[edition.PlanId], edition.Key, item.Key, levels[item.LevelId], next.Parent, item.Order, ++order, item.Code, item.Title, item.PlainTitle, item.Body, item.IsSample);
            Push(item.Id, item.Key);
        }

        void Push(PlanItemId? parent, PublicKey? key)
        {
            foreach (var child in children[parent].OrderByDescending(i => i.Order))
                open.Push((child, key));
        }
    }
}
