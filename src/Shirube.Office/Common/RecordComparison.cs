using Shirube.Data;

namespace Shirube.Office.Common;

/// <summary>One record at two moments, field by field.</summary>
public sealed record ComparedRecord(Guid Id, string Kind, string Name, string? Address, bool WasThere, bool IsThere, IReadOnlyList<HistoryField> Changed, IReadOnlyList<HistoryField> Same, bool PersonalErased);

/// <summary>A record and what belongs to it at a moment, beside a later one.</summary>
/// <param name="Earlier">The number of the last entry of the earlier moment.</param>
/// <param name="LaterAtUtc">Null where the later moment is now.</param>
/// <param name="BegunAtUtc">When the record was entered, where it was not yet there.</param>
public sealed record RecordComparison(DateTime EarlierAtUtc, long Earlier, DateTime? LaterAtUtc, DateTime? BegunAtUtc, IReadOnlyList<ComparedRecord> Records)
{
    public bool NothingChanged => Records.All(r => r.WasThere == r.IsThere && r.Changed.Count == 0);

    /// <summary>Both moments as numbers of entries; null for the later one means now.</summary>
    internal static async Task<RecordComparison> Read(OfficeDb db, HistorySubject subject, Moment earlier, Moment? later, bool personal)
    {
        var entries = await db.ChangeLog.ReadAsync(subject.Filter, 0, int.MaxValue);
        var (was, now) = (RecordPast.After(earlier.In(entries), entries), RecordPast.After(later?.In(entries) ?? long.MaxValue, entries));
        var values = was.Values.Concat(now.Values).SelectMany(r => r.Values);
        var names = await HistoryNames.Read(db, entries);
        var begun = entries.Where(e => e.Id == subject.Main && e.Action == "added").Select(e => (DateTime?)e.AtUtc).LastOrDefault();
        var order = entries.Select(e => e.Id).Distinct().OrderBy(id => id != subject.Main).ThenBy(id => id);
        return new(earlier.At(entries), earlier.In(entries), later?.At(entries), was.GetValueOrDefault(subject.Main)?.Exists == true ? null : begun,
            [.. order.Select(id => Of(id, was.GetValueOrDefault(id), now.GetValueOrDefault(id), names, personal)).OfType<ComparedRecord>()]);
    }

    private static ComparedRecord? Of(Guid id, RecordPast? was, RecordPast? now, HistoryNames names, bool personal)
    {
        if (was?.Exists != true && now?.Exists != true)
            return null;
        var kind = (now ?? was)!.Kind;
        var (before, after) = (Shown(was, kind, personal), Shown(now, kind, personal));
        var record = names.Find(id);
        return new(id, kind, record?.Name ?? ChangeWords.Kind(kind), record is null ? null : HistoryNames.AddressOf(record), was?.Exists == true, now?.Exists == true,
            HistoryFields.Between(kind, id, before, after, names), HistoryFields.Between(kind, id, before, after, names, same: true), personal && (was?.PersonalErased == true || now?.PersonalErased == true));
    }

    private static IReadOnlyDictionary<FieldSpot, string> Shown(RecordPast? past, string kind, bool personal)
    {
        if (past is not { Exists: true })
            return new Dictionary<FieldSpot, string>();
        var values = personal ? past.Values.ToDictionary() : past.Values.Where(v => !ChangeLogField.IsPersonal(kind, new(v.Key.Part, v.Key.Key, v.Key.Field, null, null))).ToDictionary();
        foreach (var field in past.PersonalErased && personal ? ChangeLogField.PersonalOf(kind) : [])
            values.TryAdd(new(null, null, field), "消去済み");
        return values;
    }
}

/// <summary>A moment of the change log: after an entry, or at a time.</summary>
public sealed record Moment(long? Sequence, DateTime? AtUtc)
{
    internal long In(IReadOnlyList<HistoryEntry> entries) => Sequence ?? entries.Where(e => e.AtUtc <= AtUtc).Select(e => e.Sequence).DefaultIfEmpty(0).Max();

    internal DateTime At(IReadOnlyList<HistoryEntry> entries) =>
        AtUtc ?? entries.Where(e => e.Sequence <= Sequence).Select(e => e.AtUtc).DefaultIfEmpty(entries.Select(e => e.AtUtc).DefaultIfEmpty().Min()).Max();
}
