using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Domain.Links;

/// <summary>An item of a plan, in whatever edition: what is linked stays linked when the plan is copied, because the key stays.</summary>
public readonly record struct ItemPlace(PlanId Plan, PublicKey Item)
{
    internal static int Compare(ItemPlace a, ItemPlace b) =>
        a.Plan != b.Plan ? a.Plan.Value.CompareTo(b.Plan.Value) : string.CompareOrdinal(a.Item.Value, b.Item.Value);
}
