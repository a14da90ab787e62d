using System.Data.Common;
using System.Globalization;

namespace Shirube.Data;

/// <summary>One value as the text a copy holds, and back. Nothing is rounded, trimmed or normalised.</summary>
internal static class CopyText
{
    private const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

    public static string Read(DbDataReader reader, int column, CopyKind kind) => kind switch
    {
        CopyKind.Text => reader.GetString(column),
        CopyKind.Id => Canonical.Text(reader.GetGuid(column))!,
        CopyKind.Whole => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        CopyKind.Number => Canonical.Text(reader.GetDecimal(column))!,
        CopyKind.Real => reader.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
        CopyKind.Flag => Canonical.Text(reader.GetBoolean(column))!,
        CopyKind.Instant => Canonical.Text(reader.GetDateTime(column))!,
        CopyKind.OffsetInstant => Canonical.Text(reader.GetFieldValue<DateTimeOffset>(column))!,
        CopyKind.Day => Canonical.Text(reader.GetFieldValue<DateOnly>(column))!,
        CopyKind.Time => reader.GetFieldValue<TimeOnly>(column).ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        CopyKind.Bytes => Convert.ToBase64String((byte[])reader.GetValue(column)),
        _ => throw new NotSupportedException($"{kind} has no text."),
    };

    public static object Parse(string text, CopyKind kind) => kind switch
    {
        CopyKind.Text => text,
        CopyKind.Id => Guid.ParseExact(text, "D"),
        CopyKind.Whole => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        CopyKind.Number => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        CopyKind.Real => double.Parse(text, CultureInfo.InvariantCulture),
        CopyKind.Flag => text switch { "true" => true, "false" => false, _ => throw new FormatException($"{text} is neither true nor false.") },
        CopyKind.Instant => Canonical.Instant(text),
        CopyKind.OffsetInstant => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, Utc),
        CopyKind.Day => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        CopyKind.Time => TimeOnly.Parse(text, CultureInfo.InvariantCulture),
        CopyKind.Bytes => Convert.FromBase64String(text),
        _ => throw new NotSupportedException($"{kind} has no text."),
    };
}
