using System.Collections.Concurrent;
using System.Globalization;
using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>A year in a mapping: fixed, or counted from the year of the sheet or row (0, -1, +1).</summary>
internal readonly record struct YearReference(FiscalYear? Fixed, int Offset)
{
    private static readonly ConcurrentDictionary<string, YearReference?> Known = new();

    public static YearReference? Read(string text) => Known.TryGetValue(text, out var known) ? known : Known.Count < 1000 ? Known[text] = Parse(text) : Parse(text);

    private static YearReference? Parse(string text) =>
        text is "0" or ['+' or '-', _, ..] && text.Length <= 4
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) ? new YearReference(null, offset) : null
            : YearText.Read(text).Year is { } year ? new YearReference(year, 0) : null;

    public FiscalYear? From(FiscalYear? sheet) => Fixed ?? (sheet is { } year ? year + Offset : null);
}
