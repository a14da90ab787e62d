using System.Security.Cryptography;
using System.Text;
using Shirube.Data;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>Notes in the change log that a release was made or withdrawn; the release itself lies outside the database.</summary>
internal static class ReleaseNotes
{
    public const string Kind = "Release";
    public const string Made = "made";
    public const string Withdrawn = "withdrawn";

    public static Task NoteMadeAsync(this ChangeLog log, ReleaseEntry entry, string? note, CancellationToken cancel) =>
        log.NoteAsync(Kind, IdOf(entry.Id), Made,
        [
            New("Release", entry.Id.ToString()),
            .. note is null ? Array.Empty<FieldChange>() : [New("Note", note)],
            New("Sha256", entry.Manifest.Sha256),
        ], cancel);

    public static Task NoteWithdrawnAsync(this ChangeLog log, ReleaseId id, string why, CancellationToken cancel = default) =>
        log.NoteAsync(Kind, IdOf(id), Withdrawn, [New("Release", id.ToString()), New("Why", why)], cancel);

    /// <summary>A release has a number, not an id: the same id for the same number, always.</summary>
    public static Guid IdOf(ReleaseId id) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"release {id}")).AsSpan(0, 16));

    private static FieldChange New(string field, string after) => new(null, null, field, null, after);
}
