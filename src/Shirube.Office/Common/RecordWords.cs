namespace Shirube.Office.Common;

/// <summary>The words of one kind of record: its name, and those of its fields and parts. One such table for every kind that the change log speaks of.</summary>
internal sealed class RecordWords(string name, Dictionary<string, FieldWord> fields)
{
    private readonly Dictionary<string, PartWords> parts = [];

    public string Name { get; } = name;

    public IReadOnlyDictionary<string, FieldWord> Fields { get; } = fields;

    public IReadOnlyDictionary<string, PartWords> Parts => parts;

    public RecordWords With(string part, PartWords words)
    {
        parts[part] = words;
        return this;
    }

    public FieldWord? Find(string? part, string field) =>
        part is null ? Fields.GetValueOrDefault(field) : Parts.GetValueOrDefault(part)?.Fields.GetValueOrDefault(field);
}

/// <summary>The words of a part of a record: what its key means, and its fields.</summary>
/// <param name="Name">What such parts are called together: 金額.</param>
/// <param name="Title">The part in words, from its key: 令和6年度 決算 一般財源.</param>
/// <param name="Whole">Reads all fields of the part as one text (an amount, a value with its status); null where each field is a line of its own.</param>
/// <param name="Earlier">Where a change of the part is a new part: the value it takes the place of.</param>
internal sealed record PartWords(
    string Name, Func<PartKey, HistoryNames, string> Title, Dictionary<string, FieldWord> Fields,
    Func<IReadOnlyDictionary<string, string>, HistoryNames, string?>? Whole = null, Func<Guid, PartKey, HistoryNames, string?>? Earlier = null);

/// <summary>A part's key within its record, as the change log writes it: values parted by spaces.</summary>
internal readonly record struct PartKey(string Text)
{
    private string[] Values => Text.Split(' ');

    public string this[int index] => Values.ElementAtOrDefault(index) ?? "";

    /// <summary>What stands from a place on, spaces and all.</summary>
    public string From(int index) => string.Join(' ', Values.Skip(index));
}
