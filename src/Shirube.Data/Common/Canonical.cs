using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>One way to write a value as text, the same from every database: what is hashed is written so.</summary>
internal static class Canonical
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The value as its column means it: ids as guids, years as numbers, enum values by name.</summary>
    public static object? Plain(IReadOnlyProperty property, object? value) =>
        value is null ? null : property.GetValueConverter() is { } conversion ? conversion.ConvertToProvider(value) : value;

    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "true" : "false",
        decimal number => Number(number),
        DateTime at => Instant(at),
        DateTimeOffset at => Instant(at.UtcDateTime),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType()} has no canonical text."),
    };

    public static string Instant(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static DateTime Instant(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public static Guid IdOf(object key) =>
        key is Guid id ? id : (Guid)key.GetType().GetProperty("Value")!.GetValue(key)!;

    // why: SQLite gives 5 back as 5.0 and PostgreSQL 1.50 as 1.50; the same number must be the same text.
    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
