using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>A record a person opened: on how many days, and when last. Only that person is shown it; it is in no log.</summary>
public sealed class Visit
{
    public Visit(PersonId personId, Guid recordId, int days, DateTime lastAtUtc)
    {
        PersonId = personId;
        RecordId = recordId;
        Days = days;
        LastAtUtc = lastAtUtc;
    }

    public PersonId PersonId { get; private set; }
    public Guid RecordId { get; private set; }
    /// <summary>On how many days of Tokyo it was opened: a page loaded ten times in a morning is no habit.</summary>
    public int Days { get; internal set; }
    public DateTime LastAtUtc { get; internal set; }
}

/// <summary>The person does not want to have the records opened remembered.</summary>
public sealed class VisitsOff
{
    public VisitsOff(PersonId personId, DateTime atUtc)
    {
        PersonId = personId;
        AtUtc = atUtc;
    }

    public PersonId PersonId { get; private set; }
    public DateTime AtUtc { get; private set; }
}
