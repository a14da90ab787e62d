using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Plans;

/// <summary>版: one complete state of a plan's text and tree. Its states are facts: working, under consultation, decided, in force, superseded; only a working edition is edited.</summary>
public sealed class Edition : Aggregate
{
    public const int LongestLabel = 100;

    private Edition(EditionId id, PlanId planId, PublicKey key, string label, EditionKind kind)
    {
        Id = id;
        PlanId = planId;
        Key = key;
        Label = label;
        Kind = kind;
    }

    public EditionId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    public PublicKey Key { get; private set; }
    public string Label { get; private set; }
    public EditionKind Kind { get; private set; }
    /// <summary>The edition it was copied from; null where it began from nothing.</summary>
    public EditionId? BasisId { get; private set; }
    /// <summary>The same for alternatives (案①, 案②) of which one will be decided; null where it has none.</summary>
    public PublicKey? Alternatives { get; private set; }
    /// <summary>Set when the plan was already in force outside and this record of it was brought in from a file; it stays correctable.</summary>
    public Takeover? Takeover { get; private set; }
    /// <summary>Set when the edition was opened for consultation; from then on its text is fixed until it is taken back.</summary>
    public Opening? Opening { get; private set; }
    public Decision? Decision { get; private set; }
    public Enforcement? Enforcement { get; private set; }
    public Supersession? Supersession { get; private set; }
    public Retirement? Retirement { get; private set; }

    public bool IsInForce => (Takeover is not null || Enforcement is not null) && Supersession is null;

    /// <summary>Whether a release takes this edition: it is under consultation, or in force.</summary>
    public bool IsPublic => IsInForce || (Opening is not null && Supersession is null && Retirement is null);

    internal static Edition Begin(PlanId plan, string label, EditionKind kind)
    {
        WhyNotLabel(label).ThrowIfAny();
        return new(EditionId.New(), plan, PublicKey.New(), label.Trim(), kind);
    }

    public static Refusal? WhyNotLabel(string? label) =>
        string.IsNullOrWhiteSpace(label) ? Refusals.NameMissing("版の名前") : label.Trim().Length > LongestLabel ? Refusals.TextTooLong("版の名前", LongestLabel, label.Trim().Length) : null;

    /// <summary>A working edition with the same items under the same keys; this one stays as it is.</summary>
    public (Edition Copy, IReadOnlyList<PlanItem> Items) CopyAs(string label, EditionKind kind, IEnumerable<PlanItem> items)
    {
        var copy = Begin(PlanId, label, kind);
        copy.BasisId = Id;
        return (copy, PlanItem.Copies([.. items.Where(i => i.EditionId == Id)], copy.Id));
    }

    public Refusal? WhyNotAlternative(Edition other) =>
        other.PlanId != PlanId ? Refusals.EditionOfAnotherPlan(other.Label, Label)
        : other.Decision is not null || other.Retirement is not null || other.Takeover is not null ? Refusals.AlternativeSettled(other.Label) : null;

    /// <summary>Stands beside another working edition: deciding one of them retires the others.</summary>
    public void StandBeside(Edition other)
    {
        WhyNotAlternative(other).ThrowIfAny();
        Alternatives = other.Alternatives ??= PublicKey.New();
    }

    public Refusal? WhyNotEdit() =>
        Retirement is not null ? Refusals.EditionRetired(Label)
        : Supersession is not null ? Refusals.EditionSuperseded(Label)
        : Decision is not null ? Refusals.EditionDecided(Label)
        : Opening is not null ? Refusals.EditionOpened(Label) : null;

    public void BringIn(PersonId? by, DateTime atUtc) => Takeover ??= new(by, atUtc);

    public Refusal? WhyNotOpen() => WhyNotEdit();

    public void Open(PersonId by, DateTime atUtc)
    {
        WhyNotOpen().ThrowIfAny();
        Opening = new(by, atUtc);
    }

    public Refusal? WhyNotTakeBack() => Retirement is not null ? Refusals.EditionRetired(Label) : Decision is not null ? Refusals.EditionDecided(Label) : null;

    /// <summary>Takes the edition back into work; the next release no longer holds it, past ones still do.</summary>
    public void TakeBack()
    {
        WhyNotTakeBack().ThrowIfAny();
        Opening = null;
    }

    public Refusal? WhyNotDecide() => Opening is not null && Retirement is null && Decision is null && Supersession is null ? null : WhyNotEdit();

    /// <summary>Records that a body decided the edition; the alternatives among the plan's other editions retire.</summary>
    public void Decide(string body, DateOnly day, string? number, PersonId by, DateTime atUtc, IEnumerable<Edition> others)
    {
        (WhyNotDecide() ?? (string.IsNullOrWhiteSpace(body) ? Refusals.NameMissing("決定した会議や機関") : day > Tokyo.DayOf(atUtc) ? Refusals.DecisionAhead : null)).ThrowIfAny();
        Decision = new(body.Trim(), day, Blank.ToNull(number?.Trim()), by, atUtc);
        foreach (var sibling in others.Where(o => o != this && IsAlternativeTo(o) && o.Decision is null))
            sibling.Retirement ??= new(by, atUtc);
    }

    public Refusal? WhyNotRevoke() => Decision is null ? Refusals.EditionUndecided(Label) : Enforcement is not null ? Refusals.EditionInForce(Label) : null;

    /// <summary>Takes back a decision recorded by mistake; the alternatives that it retired are open again.</summary>
    public void Revoke(IEnumerable<Edition> others)
    {
        WhyNotRevoke().ThrowIfAny();
        foreach (var sibling in others.Where(o => o != this && IsAlternativeTo(o) && o.Retirement?.AtUtc == Decision!.AtUtc))
            sibling.Retirement = null;
        Decision = null;
    }

    public Refusal? WhyNotEnforce() => Supersession is not null ? Refusals.EditionSuperseded(Label) : IsInForce ? Refusals.EditionInForce(Label) : Decision is null ? Refusals.EditionUndecided(Label) : null;

    /// <summary>The decided edition becomes the plan from a day on; the one in force until then is superseded.</summary>
    public void PutInForce(DateOnly from, PersonId by, DateTime atUtc, IEnumerable<Edition> others)
    {
        (WhyNotEnforce() ?? (from < Decision!.Day ? Refusals.EnforcedBeforeDecided(Label) : null)).ThrowIfAny();
        Enforcement = new(from, by, atUtc);
        foreach (var before in others.Where(o => o != this && o.PlanId == PlanId && o.IsInForce))
            before.Supersession = new(by, atUtc);
    }

    private bool IsAlternativeTo(Edition other) => other.PlanId == PlanId && Alternatives is not null && other.Alternatives == Alternatives;
}
