using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>首長任期: from a day to a day, both included. Never assumed to equal a plan's period.</summary>
public sealed class MayoralTerm : Aggregate
{
    private MayoralTerm(MayoralTermId id, DateOnly from, DateOnly to)
    {
        Id = id;
        From = from;
        To = to;
    }

    public MayoralTermId Id { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    /// <summary>What is publicly known about the term, with its source.</summary>
    public string? Note { get; private set; }

    public static MayoralTerm Of(DateOnly from, DateOnly to, string? note)
    {
        (to < from ? Refusals.EndBeforeBegin("首長任期") : null).ThrowIfAny();
        return new(MayoralTermId.New(), from, to) { Note = Blank.ToNull(note) };
    }
}
