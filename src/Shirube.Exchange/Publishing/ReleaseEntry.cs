using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>One line of the list of releases, withdrawn ones included.</summary>
public sealed record ReleaseEntry(ReleaseId Id, Manifest Manifest, Withdrawal? Withdrawal)
{
    public DateTime PublishedAt => Manifest.PublishedAt;
    public DateOnly Day => Tokyo.DayOf(PublishedAt);
    public string? Note => Manifest.Note;
    public bool IsWithdrawn => Withdrawal is not null;

    /// <summary>Whether the release still stood, or did again, at the end of a Tokyo day.</summary>
    internal bool StoodOn(DateOnly day) => Day <= day && (Withdrawal is null || Tokyo.DayOf(Withdrawal.WithdrawnAt) > day);
}

/// <summary>What citizens could read on a day: a release, one that was withdrawn since (410), or nothing yet (404).</summary>
public sealed record AsOf(Release? Release, ReleaseEntry? Withdrawn)
{
    public bool IsBeforeFirst => Release is null && Withdrawn is null;
}
