using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Plans;

/// <summary>版: one complete state of a plan's text and tree. Its states are facts; what is not yet opened to the public is a draft and enters no release.</summary>
public sealed class Edition : Aggregate
{
    private Edition(EditionId id, PlanId planId, PublicKey key, string label)
    {
        Id = id;
        PlanId = planId;
        Key = key;
        Label = label;
    }

    public EditionId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    public PublicKey Key { get; private set; }
    public string Label { get; private set; }
    /// <summary>Set when the plan was already in force outside and this record of it was brought in from a file; it stays correctable.</summary>
    public Takeover? Takeover { get; private set; }
    /// <summary>Set when the edition was opened for consultation; from then on its text is fixed until it is taken back.</summary>
    public Opening? Opening { get; private set; }

    public static Edition Draft(PlanId plan, string label)
    {
        (string.IsNullOrWhiteSpace(label) ? Refusals.NameMissing("版の名前") : null).ThrowIfAny();
        return new(EditionId.New(), plan, PublicKey.New(), label.Trim());
    }

    /// <summary>Whether a release takes this edition: it is under consultation, or records a plan already in force.</summary>
    public bool IsPublic => Takeover is not null || Opening is not null;

    public Refusal? WhyNotEdit() => Opening is not null ? Refusals.EditionOpened(Label) : null;

    public void BringIn(PersonId? by, DateTime atUtc) => Takeover ??= new(by, atUtc);

    public Refusal? WhyNotOpen() => Opening is not null ? Refusals.EditionOpened(Label) : null;

    public void Open(PersonId by, DateTime atUtc)
    {
        WhyNotOpen().ThrowIfAny();
        Opening = new(by, atUtc);
    }

    /// <summary>Takes the edition back into work; the next release no longer holds it, past ones still do.</summary>
    public void TakeBack() => Opening = null;
}

/// <summary>Who brought an edition in that was already in force, and when. Nobody where a command did it.</summary>
public sealed record Takeover(PersonId? By, DateTime AtUtc);

/// <summary>Who opened an edition for consultation, and when.</summary>
public sealed record Opening(PersonId By, DateTime AtUtc);
