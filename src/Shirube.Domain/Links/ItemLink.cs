using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Domain.Links;

/// <summary>つながり: an item of one plan and an item of another belong together (総合戦略 and action plan, measure and sector plan). It has no direction; each pair stands once.</summary>
public sealed class ItemLink : Aggregate
{
    public const int LongestNote = 500;

    private ItemLink(ItemLinkId id, PlanId planId, PublicKey itemKey, PlanId otherPlanId, PublicKey otherItemKey)
    {
        Id = id;
        PlanId = planId;
        ItemKey = itemKey;
        OtherPlanId = otherPlanId;
        OtherItemKey = otherItemKey;
    }

    public ItemLinkId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    public PublicKey ItemKey { get; private set; }
    public PlanId OtherPlanId { get; private set; }
    public PublicKey OtherItemKey { get; private set; }
    /// <summary>How they belong together; public.</summary>
    public string? Note { get; private set; }
    /// <summary>Invented content of the demonstration.</summary>
    public bool IsSample { get; private set; }

    public ItemPlace One => new(PlanId, ItemKey);
    public ItemPlace Other => new(OtherPlanId, OtherItemKey);

    /// <param name="known">Items of any edition of any plan.</param>
    /// <param name="others">The links there are.</param>
    public static Refusal? WhyNotLink(ItemPlace a, ItemPlace b, string? note, IReadOnlyCollection<ItemPlace> known, IEnumerable<ItemLink> others) =>
        a == b ? Refusals.LinkToItself
        : a.Plan == b.Plan ? Refusals.LinkWithinPlan
        : !known.Contains(a) || !known.Contains(b) ? Refusals.ItemUnknown
        : WhyNotSay(note) ?? (others.Any(o => o.Joins(a, b)) ? Refusals.LinkedAlready : null);

    /// <summary>Links two items of two plans, in whichever order they are named.</summary>
    public static ItemLink Between(ItemPlace a, ItemPlace b, string? note, IReadOnlyCollection<ItemPlace> known, IEnumerable<ItemLink> others, bool isSample = false)
    {
        WhyNotLink(a, b, note, known, others).ThrowIfAny();
        var (one, other) = ItemPlace.Compare(a, b) < 0 ? (a, b) : (b, a);
        return new(ItemLinkId.New(), one.Plan, one.Item, other.Plan, other.Item) { Note = Blank.ToNull(note), IsSample = isSample };
    }

    public static Refusal? WhyNotSay(string? note) => note?.Length > LongestNote ? Refusals.TextTooLong("つながりの説明", LongestNote, note.Length) : null;

    /// <summary>Says anew how the two belong together; the items stay.</summary>
    public void Say(string? note)
    {
        WhyNotSay(note).ThrowIfAny();
        Note = Blank.ToNull(note);
    }

    /// <summary>Goes over with an item that was merged into another of its plan.</summary>
    public void FollowItem(ItemPlace from, PublicKey into)
    {
        if (One == from)
            ItemKey = into;
        else if (Other == from)
            OtherItemKey = into;
    }

    public bool Joins(ItemPlace a, ItemPlace b) => (One == a && Other == b) || (One == b && Other == a);

    /// <summary>The item at the other end.</summary>
    public ItemPlace Opposite(ItemPlace end) => end == One ? Other : One;
}
