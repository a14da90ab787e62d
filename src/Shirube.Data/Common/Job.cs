using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>Long work as a row: queued by somebody, taken by exactly one process, then finished, failed or cancelled. It outlives the process that queued it.</summary>
public sealed class Job
{
    private Job(Guid id, string kind, string payloadJson, DateTime queuedAtUtc)
    {
        Id = id;
        Kind = kind;
        PayloadJson = payloadJson;
        QueuedAtUtc = queuedAtUtc;
    }

    public Guid Id { get; private set; }
    public string Kind { get; private set; }
    public string PayloadJson { get; private set; }
    public PersonId? By { get; private set; }
    public DateTime QueuedAtUtc { get; private set; }
    /// <summary>The moment before which nobody takes it; null is at once.</summary>
    public DateTime? NotBeforeUtc { get; private set; }
    /// <summary>The process that works on it; null while it waits.</summary>
    public string? TakenBy { get; private set; }
    /// <summary>The last sign of life of the process that took it; a silent one loses the job.</summary>
    public DateTime? AliveAtUtc { get; private set; }
    public string? ProgressText { get; private set; }
    public DateTime? CancelAskedAtUtc { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }
    public JobEnd? End { get; private set; }
    /// <summary>What came of it: the result where finished, the sentence where failed.</summary>
    public string? ResultJson { get; private set; }

    public static Job Queue(string kind, string payloadJson, PersonId? by, DateTime atUtc, DateTime? notBeforeUtc = null) => new(Guid.CreateVersion7(), kind, payloadJson, atUtc) { By = by, NotBeforeUtc = notBeforeUtc };
}

public enum JobEnd
{
    Finished,
    Failed,
    Cancelled,
}
