using System.Globalization;
using System.Buffers;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>Cells of a CSV file that people open in Excel.</summary>
public static class Csv
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>A text that Excel would run as a formula gets a leading apostrophe; numbers stay numbers.</summary>
    public static string Cell(object? value, bool isText)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (isText && text.Length > 0 && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
