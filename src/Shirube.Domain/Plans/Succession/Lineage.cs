using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>引き継ぎ: what becomes of an item in the next plan (or in a later edition of the same one): items that follow it, or none where it ends; and of a new item, that it follows none. Asserted by a person, never guessed.</summary>
public sealed class Lineage : Aggregate
{
    public const int LongestReason = 2000;
    private readonly List<LineageStep> successors = [];

    private Lineage(LineageId id, PlanId fromPlanId, PlanId toPlanId)
    {
        Id = id;
        FromPlanId = fromPlanId;
        ToPlanId = toPlanId;
    }

    public LineageId Id { get; private set; }
    public PlanId FromPlanId { get; private set; }
    /// <summary>The item that is followed; null where a new item follows none.</summary>
    public PublicKey? FromKey { get; private set; }
    public PlanId ToPlanId { get; private set; }
    /// <summary>The edition in which an item was merged or split, where the plan follows itself; null between two plans.</summary>
    public EditionId? EditionId { get; private set; }
    /// <summary>Why; public.</summary>
    public string? Reason { get; private set; }
    /// <summary>What follows; none where the item ends.</summary>
    public IReadOnlyList<LineageStep> Successors => successors;

    public static Refusal? WhyNotReason(string? reason) => reason?.Length > LongestReason ? Refusals.TextTooLong("引き継ぎの理由", LongestReason, reason.Length) : null;

    /// <summary>The item is followed by one item or, where it is split, by several.</summary>
    public static Lineage Carry(PlanId fromPlan, PublicKey from, PlanId toPlan, IEnumerable<PublicKey> successors, string? reason)
    {
        var lineage = new Lineage(LineageId.New(), fromPlan, toPlan) { FromKey = from };
        lineage.Carry(successors, reason);
        return lineage;
    }

    /// <summary>In an edition the item was merged into others (the first took what hung on it) or split; copies of the edition go on from there.</summary>
    public static Lineage Within(Edition edition, PublicKey from, IEnumerable<PublicKey> successors)
    {
        var lineage = new Lineage(LineageId.New(), edition.PlanId, edition.PlanId) { EditionId = edition.Id, FromKey = from };
        lineage.Carry(successors, null);
        return lineage;
    }

    /// <summary>The item ends with its plan.</summary>
    public static Lineage Drop(PlanId fromPlan, PublicKey from, PlanId toPlan, string? reason)
    {
        var lineage = new Lineage(LineageId.New(), fromPlan, toPlan) { FromKey = from };
        lineage.Drop(reason);
        return lineage;
    }

    /// <summary>The item of the next plan follows none of the plan before.</summary>
    public static Lineage Begin(PlanId fromPlan, PlanId toPlan, PublicKey item, string? reason)
    {
        WhyNotReason(reason).ThrowIfAny();
        var lineage = new Lineage(LineageId.New(), fromPlan, toPlan) { Reason = Blank.ToNull(reason) };
        lineage.successors.Add(new(lineage.Id, 1, item));
        return lineage;
    }

    public void Carry(IEnumerable<PublicKey> items, string? reason)
    {
        var keys = items.Distinct().ToList();
        (WhyNotReason(reason) ?? (keys.Count == 0 ? Refusals.SuccessorMissing : null)).ThrowIfAny();
        Reason = Blank.ToNull(reason);
        successors.RemoveAll(s => s.Order > keys.Count);
        foreach (var (key, i) in keys.Select((k, i) => (k, i)))
            if (successors.Find(s => s.Order == i + 1) is { } step)
                step.ItemKey = key;
            else
                successors.Add(new(Id, i + 1, key));
    }

    public void Drop(string? reason)
    {
        (WhyNotReason(reason) ?? (string.IsNullOrWhiteSpace(reason) ? Refusals.DropReasonMissing : null)).ThrowIfAny();
        Reason = reason!.Trim();
        successors.Clear();
    }

    public void Explain(string? reason)
    {
        WhyNotReason(reason).ThrowIfAny();
        Reason = Blank.ToNull(reason);
    }
}

/// <summary>One item that follows; the order, from 1, is the next plan's.</summary>
public sealed class LineageStep : IPartOf<Lineage>
{
    internal LineageStep(LineageId lineageId, int order, PublicKey itemKey)
    {
        LineageId = lineageId;
        Order = order;
        ItemKey = itemKey;
    }

    public LineageId LineageId { get; private set; }
    public int Order { get; private set; }
    public PublicKey ItemKey { get; internal set; }
}
