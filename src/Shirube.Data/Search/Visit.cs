using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>A record a person opened: on how many days, and when last. Only that person is shown it; it is in no log.</summary>
public sealed class Visit
{
    public Visit(PersonId personId, Guid recordId, DateTime lastAtUtc)
    {
        PersonId = personId;
        RecordId = recordId;
        Days = 1;
        LastAtUtc = lastAtUtc;
    }

    public PersonId PersonId { get; private set; }
    public Guid RecordId { get; private set; }
    /// <summary>On how many days of Tokyo it was opened: a page loaded ten times in a morning is no habit.</summary>
    public int Days { get; private set; }
    public DateTime LastAtUtc { get; private set; }

    public void Again(DateTime atUtc)
    {
        if (Tokyo.DayOf(atUtc) != Tokyo.DayOf(LastAtUtc))
            Days++;
        LastAtUtc = atUtc;
    }
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
