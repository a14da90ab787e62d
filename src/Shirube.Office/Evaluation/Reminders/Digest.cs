using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>All that one person is reminded of at once, and where it goes.</summary>
/// <param name="WhyNot">Why it does not go; null where it goes.</param>
public sealed record Digest(PersonId Person, string Name, string? Department, string? Address, NoMail? WhyNot, IReadOnlyList<DueThing> Things)
{
    public bool Goes => WhyNot is null;

    /// <summary>Whether the rhythm reminds of any of it on a day.</summary>
    public bool IsRemindedBy(ReminderRhythm rhythm, DateOnly today) => Things.Any(t => t.Day is { } due && rhythm.Reminds(due, today));
}

/// <summary>Why a person gets no mail.</summary>
public enum NoMail
{
    /// <summary>アカウントがない: the person could not open what the mail speaks of.</summary>
    NoAccount,
    AccountClosed,
    NoAddress,
    /// <summary>本人が受け取りを止めた</summary>
    Stopped,
}
