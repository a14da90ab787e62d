using System.Text.Json;

namespace Shirube.Data;

/// <summary>One changed field. A part's field names the part and its key within the aggregate (Money, "2024 Settled Total").</summary>
public sealed record FieldChange(string? Part, string? Key, string Field, string? Before, string? After)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var text in new[] { Part, Key, Field, Before, After })
        {
            if (text is null)
                json.WriteNullValue();
            else
                json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    internal static IEnumerable<FieldChange> Read(JsonElement fields) =>
        fields.EnumerateArray().Select(f => new FieldChange(f[0].GetString(), f[1].GetString(), f[2].GetString()!, f[3].GetString(), f[4].GetString()));
}
