using Shirube.Data;

namespace Shirube.Office.Common;

/// <summary>Puts changed fields into words, those of one part together where they are one thing to a reader.</summary>
internal static class HistoryFields
{
    public static IReadOnlyList<HistoryField> Of(string kind, Guid id, IEnumerable<FieldChange> changes, HistoryNames names)
    {
        var all = changes.ToList();
        return Between(kind, id, Side(all, f => f.Before), Side(all, f => f.After), names);

        static Dictionary<FieldSpot, string> Side(List<FieldChange> changes, Func<FieldChange, string?> side) =>
            changes.Where(f => side(f) is not null).GroupBy(f => new FieldSpot(f.Part, f.Key, f.Field)).ToDictionary(g => g.Key, g => side(g.Last())!);
    }

    /// <summary>The fields that differ between two sides, in the order of their table of words; with <paramref name="same"/> the others.</summary>
    public static IReadOnlyList<HistoryField> Between(string kind, Guid id, IReadOnlyDictionary<FieldSpot, string> before, IReadOnlyDictionary<FieldSpot, string> after, HistoryNames names, bool same = false)
    {
        var words = ChangeWords.Kinds.GetValueOrDefault(kind) ?? new("", []);
        var order = words.Fields.Keys.Concat(words.Parts.Keys).Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i);
        return [.. before.Keys.Union(after.Keys).GroupBy(s => (s.Part, s.Key))
            .SelectMany(g => g.Key.Part is null ? g.Select(s => Own(words, s, before, after, names)) : Part(words, id, g.Key.Part, g.Key.Key ?? "", [.. g], before, after, names))
            .OfType<HistoryField>().Where(f => same == (f.Before == f.After))
            .OrderBy(f => order.GetValueOrDefault(f.Spot.Part ?? f.Spot.Field!, int.MaxValue)).ThenBy(f => f.Spot.Key, StringComparer.Ordinal)];
    }

    private static HistoryField? Own(RecordWords words, FieldSpot spot, IReadOnlyDictionary<FieldSpot, string> before, IReadOnlyDictionary<FieldSpot, string> after, HistoryNames names) =>
        Field(words.Find(null, spot.Field), "", spot, before, after, names);

    private static IEnumerable<HistoryField?> Part(RecordWords words, Guid id, string part, string key, List<FieldSpot> spots, IReadOnlyDictionary<FieldSpot, string> before, IReadOnlyDictionary<FieldSpot, string> after, HistoryNames names)
    {
        if (words.Parts.GetValueOrDefault(part) is not { } its)
            return spots.Select(s => Field(null, "", s, before, after, names));
        var title = its.Title(new(key), names);
        if (its.Whole is null)
            return spots.Select(s => Field(its.Fields.GetValueOrDefault(s.Field), title, s, before, after, names));
        var (was, now) = (its.Whole(Values(before), names), its.Whole(Values(after), names));
        return was is null && now is null ? [] : [new(title, was ?? its.Earlier?.Invoke(id, new(key), names), now, new(part, key, null))];

        Dictionary<string, string> Values(IReadOnlyDictionary<FieldSpot, string> side) => spots.Where(side.ContainsKey).ToDictionary(s => s.Field, s => side[s]);
    }

    private static HistoryField? Field(FieldWord? word, string title, FieldSpot spot, IReadOnlyDictionary<FieldSpot, string> before, IReadOnlyDictionary<FieldSpot, string> after, HistoryNames names)
    {
        word ??= "そのほか";
        if (word == FieldWord.Unsaid)
            return null;
        var name = title.Length == 0 || word.Name.Length == 0 || word.Name[0] == 'の' ? title + word.Name : $"{title} {word.Name}";
        return new(name, word.Read(before.GetValueOrDefault(spot), names), word.Read(after.GetValueOrDefault(spot), names), new(spot.Part, spot.Key, spot.Field));
    }
}
