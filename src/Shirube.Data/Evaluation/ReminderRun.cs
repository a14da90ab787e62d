using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>One sending of reminders: asked for by the rhythm of a day or by a person, waiting for a while so that it can be called off, then leaving.</summary>
public sealed class ReminderRun
{
    private ReminderRun(Guid id, PublicKey key, DateTime madeAtUtc, DateTime leavesAtUtc) => (Id, Key, MadeAtUtc, LeavesAtUtc) = (id, key, madeAtUtc, leavesAtUtc);

    public Guid Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>The day whose rhythm asked for it; null where a person did. One for each day.</summary>
    public DateOnly? Day { get; private set; }
    public PersonId? By { get; private set; }
    public DateTime MadeAtUtc { get; private set; }
    public DateTime LeavesAtUtc { get; private set; }
    public PersonId? CalledOffBy { get; private set; }
    public DateTime? CalledOffAtUtc { get; private set; }

    public static ReminderRun OfDay(DateOnly day, DateTime atUtc, TimeSpan pause) => new(Guid.CreateVersion7(), PublicKey.New(), atUtc, atUtc + pause) { Day = day };

    public static ReminderRun AskedBy(PersonId by, DateTime atUtc, TimeSpan pause) => new(Guid.CreateVersion7(), PublicKey.New(), atUtc, atUtc + pause) { By = by };
}

/// <summary>The mail of a run to one person, and what became of it.</summary>
public sealed class Reminder
{
    private Reminder(Guid runId, PersonId personId, string address) => (RunId, PersonId, Address) = (runId, personId, address);

    public Guid RunId { get; private set; }
    public PersonId PersonId { get; private set; }
    /// <summary>The address it goes or went to.</summary>
    public string Address { get; private set; }
    public ReminderState State { get; private set; }
    public int Tries { get; private set; }
    /// <summary>When it was tried last.</summary>
    public DateTime? AtUtc { get; private set; }
    /// <summary>How many things were due when it was made ready, and when it left.</summary>
    public int Things { get; private set; }
    /// <summary>Why it was not sent, or not yet.</summary>
    public string? Problem { get; private set; }

    public static Reminder To(ReminderRun run, PersonId person, string address, int things) => new(run.Id, person, address) { Things = things };
}

public enum ReminderState
{
    /// <summary>送る前</summary>
    Waiting,
    /// <summary>送っているところ: given to the relay, which has not answered yet.</summary>
    Leaving,
    /// <summary>送りました</summary>
    Sent,
    /// <summary>送れませんでした</summary>
    Failed,
    /// <summary>要らなくなりました: nothing was due any more when it was to leave.</summary>
    Needless,
    /// <summary>送れたか分かりません: the program ended while it was leaving. Never sent again by itself.</summary>
    Unsure,
}
