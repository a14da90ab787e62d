using Shirube.Data;
using Shirube.Domain.Organization;

namespace Shirube.Office.Common;

/// <summary>A save with the name of what was saved and where it is shown.</summary>
public sealed record RecentChange(HistoryLine Line, string? Name, string? Address, bool AndOthers = false);

/// <summary>What was saved last: of one record, in the whole office, or by one person.</summary>
internal static class RecentChanges
{
    private const int Few = 5;

    /// <summary>The last saves of a record, for its page; its history has all.</summary>
    /// <param name="known">Names the page has read already.</param>
    public static async Task<IReadOnlyList<HistoryLine>> Of(OfficeDb db, IReadOnlyCollection<Guid> ids, bool personal, IReadOnlyCollection<RecordName>? known = null)
    {
        var entries = await db.ChangeLog.OfAsync(ids, take: Few);
        var names = await HistoryNames.Read(db, entries, known);
        return [.. entries.Select(e => HistoryLine.Of(e, names, personal))];
    }

    public static async Task<IReadOnlyList<RecentChange>> Read(OfficeDb db, PersonId? by, int skip, int take)
    {
        var entries = await db.ChangeLog.LatestAsync(by, skip, take);
        var names = await HistoryNames.Read(db, entries);
        return [.. entries.Select(e => HistoryLine.Of(e, names, personal: false)).Select(l => new RecentChange(l, l.Name, l.Address))];
    }

    /// <summary>The last saves, each as one line however much it saved: an import is one.</summary>
    public static async Task<IReadOnlyList<RecentChange>> Saves(OfficeDb db, PersonId? by, int take) =>
        [.. (await Read(db, by, 0, take * 25)).GroupBy(c => (c.Line.AtUtc, c.Line.Who, c.Line.Why)).Take(take).Select(g => g.First() with { AndOthers = g.Skip(1).Any() })];
}
