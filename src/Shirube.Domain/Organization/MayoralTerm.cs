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

    public static MayoralTerm Of(DateOnly from, DateOnly to, string? note, IEnumerable<MayoralTerm>? others = null)
    {
        WhyNot(from, to, others ?? []).ThrowIfAny();
        return new(MayoralTermId.New(), from, to) { Note = Blank.ToNull(note) };
    }

    /// <summary>Two mayors never hold the office on one day.</summary>
    public static Refusal? WhyNot(DateOnly from, DateOnly to, IEnumerable<MayoralTerm> others) =>
        to < from ? Refusals.EndBeforeBegin("首長任期")
        : others.FirstOrDefault(o => o.From <= to && from <= o.To) is { } other ? Refusals.MayoralTermsOverlap(other.From, other.To) : null;

    /// <summary>Changes the days, as after an early election; plans keep their periods.</summary>
    public void Change(DateOnly from, DateOnly to, string? note, IEnumerable<MayoralTerm> others)
    {
        WhyNot(from, to, others.Where(o => o != this)).ThrowIfAny();
        (From, To, Note) = (from, to, Blank.ToNull(note));
    }
}
