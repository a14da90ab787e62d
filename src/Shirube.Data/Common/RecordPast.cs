namespace Shirube.Data;

/// <summary>A field within a record; a part's is named by the part and its key.</summary>
public readonly record struct FieldSpot(string? Part, string? Key, string Field);

/// <summary>A record as it stood after some entry of the change log. Fields without a value are not among its values.</summary>
/// <param name="PersonalErased">Personal fields it had were erased since; what they were cannot be said.</param>
public sealed record RecordPast(string Kind, Guid Id, bool Exists, IReadOnlyDictionary<FieldSpot, string> Values, bool PersonalErased)
{
    /// <summary>Puts the records together again as they stood after the entry of a number: every entry up to it, from the first on.</summary>
    /// <param name="entries">All entries of the records, in any order.</param>
    public static IReadOnlyDictionary<Guid, RecordPast> After(long sequence, IEnumerable<HistoryEntry> entries) =>
        entries.Where(e => e.Sequence <= sequence).GroupBy(e => e.Id).ToDictionary(g => g.Key, g => Of(g.Key, g.OrderBy(e => e.Sequence)));

    public string? Of(string? part, string? key, string field) => Values.GetValueOrDefault(new(part, key, field));

    private static RecordPast Of(Guid id, IEnumerable<HistoryEntry> entries)
    {
        var values = new Dictionary<FieldSpot, string>();
        var (kind, exists, erased) = ("", false, false);
        foreach (var entry in entries)
        {
            (kind, exists, erased) = (entry.Kind, entry.Action != ChangeRecord.Removed, erased || entry.PersonalErased);
            // why: a part replaced by one with the same key is told as gone and come in one entry, in either order.
            foreach (var gone in entry.Fields.Where(f => f.After is null))
                values.Remove(new(gone.Part, gone.Key, gone.Field));
            foreach (var field in entry.Fields.Where(f => f.After is not null))
                values[new(field.Part, field.Key, field.Field)] = field.After!;
        }

        return new(kind, id, exists, values, erased);
    }
}
