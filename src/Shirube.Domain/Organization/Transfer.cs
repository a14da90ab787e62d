using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>異動: the posts of the staff from a day on, brought as a file. A draft until it is taken in; from the effective day on it holds by itself.</summary>
public sealed class Transfer : Aggregate
{
    private readonly List<TransferStep> steps = [];

    private Transfer(TransferId id, PublicKey key, string fileName, DateOnly effective, DateTime atUtc)
    {
        Id = id;
        Key = key;
        FileName = fileName;
        Effective = effective;
        AtUtc = atUtc;
    }

    public TransferId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string FileName { get; private set; }
    /// <summary>The first day of the new posts; the old ones end the day before.</summary>
    public DateOnly Effective { get; private set; }
    public PersonId? By { get; private set; }
    public DateTime AtUtc { get; private set; }
    /// <summary>The rows of the file as JSON while it is a draft; empty afterwards, because they hold names.</summary>
    public string RowsJson { get; private set; } = "[]";
    public Deed? Taking { get; private set; }
    public Deed? Reversal { get; private set; }
    /// <summary>What taking it in did, in order, so that it can be taken back.</summary>
    public IReadOnlyList<TransferStep> Steps => steps;

    public static Transfer Draft(string fileName, DateOnly effective, string rowsJson, PersonId by, DateTime atUtc) =>
        new(TransferId.New(), PublicKey.New(), fileName, effective, atUtc) { By = by, RowsJson = rowsJson };

    public Refusal? WhyNotTake() => Taking is not null ? Refusals.TransferTaken(FileName) : null;

    /// <summary>Ends and begins the posts of the chosen people; returns those who join.</summary>
    public IReadOnlyList<Person> Take(IEnumerable<TransferChange> changes, PersonId by, DateTime atUtc)
    {
        WhyNotTake().ThrowIfAny();
        Taking = new(by, atUtc);
        RowsJson = "[]";
        return [.. changes.Select(Apply).OfType<Person>()];
    }

    /// <summary>Why it may not be taken back: not taken, taken back already, or in force.</summary>
    public Refusal? WhyNotReverse(DateOnly today) =>
        Taking is null ? Refusals.TransferNotTaken(FileName)
        : Reversal is not null ? Refusals.TransferReversed(FileName)
        : today >= Effective ? Refusals.TransferInForce(FileName) : null;

    /// <summary>Takes it back before it takes effect: posts are as before; who had joined stays, without a post. Refused where a post was changed since.</summary>
    public void Reverse(IReadOnlyCollection<Person> people, PersonId by, DateTime atUtc, DateOnly today)
    {
        WhyNotReverse(today).ThrowIfAny();
        (steps.Where(s => !s.Stands(people, Effective)).Select(s => people.FirstOrDefault(p => p.Id == s.PersonId)?.Name ?? "").FirstOrDefault() is { } changed
            ? Refusals.TransferChangedSince(changed) : null).ThrowIfAny();
        foreach (var step in steps.OrderByDescending(s => s.Order))
            step.TakeBack(people.Single(p => p.Id == step.PersonId), today);
        Reversal = new(by, atUtc);
    }

    private Person? Apply(TransferChange change)
    {
        var person = change.Person ?? Person.Join(change.Name, change.StaffNumber);
        if (change.Person is not null && (change.Name, change.StaffNumber) != (person.Name, person.StaffNumber))
            person.Rename(change.Name, change.StaffNumber);
        foreach (var ending in change.Ending)
        {
            Note(TransferStepKind.Ended, person, ending.Id, ending.To, ending.IsMain);
            person.End(ending.Id, Effective.AddDays(-1));
        }
        foreach (var post in change.Beginning)
            Note(TransferStepKind.Begun, person, person.Assign(post.Role, post.Department, Effective, isMain: post.IsMain).Id, null, post.IsMain);
        return change.Person is null ? person : null;
    }

    private void Note(TransferStepKind kind, Person person, AssignmentId post, DateOnly? before, bool wasMain) =>
        steps.Add(new(Id, steps.Count + 1, kind, person.Id, post, before, wasMain));
}

public enum TransferStepKind
{
    Begun,
    Ended,
}

/// <summary>One post that a transfer began or ended.</summary>
public sealed class TransferStep : IPartOf<Transfer>
{
    internal TransferStep(TransferId transferId, int order, TransferStepKind kind, PersonId personId, AssignmentId postId, DateOnly? before, bool wasMain)
    {
        TransferId = transferId;
        Order = order;
        Kind = kind;
        PersonId = personId;
        PostId = postId;
        Before = before;
        WasMain = wasMain;
    }

    public TransferId TransferId { get; private set; }
    public int Order { get; private set; }
    public TransferStepKind Kind { get; private set; }
    public PersonId PersonId { get; private set; }
    public AssignmentId PostId { get; private set; }
    /// <summary>The last day the ended post had before.</summary>
    public DateOnly? Before { get; private set; }
    public bool WasMain { get; private set; }

    internal bool Stands(IReadOnlyCollection<Person> people, DateOnly effective) =>
        people.FirstOrDefault(p => p.Id == PersonId)?.Assignments.FirstOrDefault(a => a.Id == PostId) is { } post
        && (Kind == TransferStepKind.Begun ? post.From == effective && post.To is null : post.To == effective.AddDays(-1));

    internal void TakeBack(Person person, DateOnly today)
    {
        if (Kind == TransferStepKind.Begun)
            person.Cancel(PostId, today);
        else
            person.Reschedule(PostId, person.Assignments.Single(a => a.Id == PostId).From, Before);
    }
}
