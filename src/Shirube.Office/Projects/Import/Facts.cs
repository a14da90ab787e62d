using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shirube.Office.Projects.Import;

/// <summary>What is said of one thing, field by field, each value in one canonical text. A field without a value is blank.</summary>
public sealed class Facts
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> values = [];

    public IReadOnlyCollection<string> Fields => values.Keys;

    public string? this[string field]
    {
        get => values.GetValueOrDefault(field);
        set
        {
            if (value is null)
                values.Remove(field);
            else
                values[field] = value;
        }
    }

    public Facts Copy()
    {
        var copy = new Facts();
        foreach (var (field, value) in values)
            copy.values[field] = value;
        return copy;
    }

    public bool Says(Facts other) => values.Count == other.values.Count && values.All(v => other[v.Key] == v.Value);

    public string ToJson() => JsonSerializer.Serialize(new SortedDictionary<string, string>(values, StringComparer.Ordinal), Plain);

    public static Facts FromJson(string json)
    {
        var facts = new Facts();
        foreach (var (field, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(json)!)
            facts.values[field] = value;
        return facts;
    }

    internal static string List(params string?[] parts) => JsonSerializer.Serialize(parts, Plain);

    internal static string?[] Parts(string list) => JsonSerializer.Deserialize<string?[]>(list)!;
}
