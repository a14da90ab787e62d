using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>Who saves, through which process, and why: written with the next save.</summary>
public sealed record ChangeContext(PersonId? By, string Process, string? Why);

/// <summary>One changed aggregate of one save. <see cref="Text"/> is the canonical text the hash covers; the other columns repeat it for queries and are checked against it.</summary>
public sealed class ChangeEntry
{
    public ChangeEntry(long sequence, string previous, string hash, string text, string kind, Guid aggregateId, DateTime atUtc, PersonId? by)
    {
        Sequence = sequence;
        Previous = previous;
        Hash = hash;
        Text = text;
        Kind = kind;
        AggregateId = aggregateId;
        AtUtc = atUtc;
        By = by;
    }

    public long Sequence { get; private set; }
    public string Previous { get; private set; }
    public string Hash { get; private set; }
    public string Text { get; private set; }
    public string Kind { get; private set; }
    public Guid AggregateId { get; private set; }
    public DateTime AtUtc { get; private set; }
    public PersonId? By { get; private set; }
}

/// <summary>The personal fields of an entry, apart from it: erased, the chain still holds.</summary>
public sealed class ChangePayload
{
    public ChangePayload(long sequence, Guid aggregateId, string? text)
    {
        Sequence = sequence;
        AggregateId = aggregateId;
        Text = text;
    }

    public long Sequence { get; private set; }
    public Guid AggregateId { get; private set; }
    /// <summary>Null once erased.</summary>
    public string? Text { get; private set; }
}

/// <summary>The end of the chain; its one row is what writers on PostgreSQL lock.</summary>
public sealed class ChangeHead
{
    public int Id { get; private set; }
    public long Sequence { get; private set; }
    public string Hash { get; private set; } = "";
}
