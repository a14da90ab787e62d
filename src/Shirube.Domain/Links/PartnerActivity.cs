using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Domain.Links;

/// <summary>Who does it, beside the municipality.</summary>
public enum PartnerKind
{
    /// <summary>市民</summary>
    Citizens,
    /// <summary>地域</summary>
    District,
    /// <summary>事業者</summary>
    Company,
    /// <summary>その他</summary>
    Other,
}

/// <summary>連携・支援: what citizens, districts and companies do for a goal or for an item of a plan.</summary>
public sealed class PartnerActivity : Aggregate
{
    public const int LongestWho = 200;
    public const int LongestWhat = 2_000;

    private PartnerActivity(PartnerActivityId id, PublicKey key)
    {
        Id = id;
        Key = key;
        Who = What = "";
    }

    public PartnerActivityId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>The public name of the group or company; never the name of a private person.</summary>
    public string Who { get; private set; }
    public PartnerKind Kind { get; private set; }
    public string What { get; private set; }
    public FiscalYear First { get; private set; }
    /// <summary>The last year; null while it goes on.</summary>
    public FiscalYear? Last { get; private set; }
    public int? Goal { get; private set; }
    public PlanId? PlanId { get; private set; }
    public PublicKey? ItemKey { get; private set; }
    /// <summary>Name and telephone of the one to ask; never in a release.</summary>
    public string? InternalContact { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }

    public ItemPlace? Item => PlanId is { } plan && ItemKey is { } item ? new(plan, item) : null;

    /// <param name="known">Items of any edition of any plan.</param>
    public static PartnerActivity Record(PartnerWords words, IReadOnlyCollection<ItemPlace> known, bool isSample = false)
    {
        var activity = new PartnerActivity(PartnerActivityId.New(), PublicKey.New()) { IsSample = isSample };
        activity.Describe(words, known);
        return activity;
    }

    public static Refusal? WhyNotDescribe(PartnerWords words, IReadOnlyCollection<ItemPlace> known) =>
        string.IsNullOrWhiteSpace(words.Who) ? Refusals.NameMissing("だれが行うか")
        : words.Who.Trim().Length > LongestWho ? Refusals.TextTooLong("だれが行うか", LongestWho, words.Who.Trim().Length)
        : string.IsNullOrWhiteSpace(words.What) ? Refusals.PartnerDoesNothing
        : words.What.Length > LongestWhat ? Refusals.TextTooLong("活動の内容", LongestWhat, words.What.Length)
        : words.Last < words.First ? Refusals.EndBeforeBegin("活動の期間")
        : words.Goal is null && words.Item is null ? Refusals.PartnerServesNothing
        : words.Goal is { } goal && GlobalGoals.WhyNot(goal, null) is { } unknown ? unknown
        : words.Item is { } item && !known.Contains(item) ? Refusals.ItemUnknown : null;

    public void Describe(PartnerWords words, IReadOnlyCollection<ItemPlace> known)
    {
        WhyNotDescribe(words, known).ThrowIfAny();
        (Who, Kind, What, First, Last) = (words.Who!.Trim(), words.Kind, words.What!.Trim(), words.First, words.Last);
        (Goal, PlanId, ItemKey) = (words.Goal, words.Item?.Plan, words.Item?.Item);
    }

    /// <summary>Goes over with an item that was merged into another of its plan.</summary>
    public void FollowItem(ItemPlace from, PublicKey into) => ItemKey = Item == from ? into : ItemKey;

    /// <summary>Keeps what only staff may see.</summary>
    public void NoteInternally(string? contact) => InternalContact = Blank.ToNull(contact);
}

/// <summary>What is said of an activity: who, what, when, and the goal or the item it serves (at least one of them).</summary>
public sealed record PartnerWords(string? Who, PartnerKind Kind, string? What, FiscalYear First, FiscalYear? Last, int? Goal, ItemPlace? Item);
