using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shirube.Files.Tables;

/// <summary>A line of a CSV file that people open in Excel. A text that Excel would run as a formula gets a leading apostrophe; numbers stay numbers.</summary>
public static class CsvText
{
    /// <summary>The letters with which Excel begins a formula.</summary>
    public const string Dangerous = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Code page 932, what it cannot write as 〓.</summary>
    public static Encoding CodePage932 => Encoding.GetEncoding(932, new EncoderReplacementFallback("〓"), DecoderFallback.ReplacementFallback);

    public static string Line(IEnumerable<object?> values) => string.Join(',', values.Select(Cell));

    /// <summary>The letters of a text that code page 932 does not have, or gives back as others (〜 and − among them).</summary>
    public static IEnumerable<string> LostIn932(string text)
    {
        var encoding = CodePage932;
        foreach (var rune in text.EnumerateRunes().Where(r => !r.IsAscii))
            if (rune.ToString() is var letter && encoding.GetString(encoding.GetBytes(letter)) != letter)
                yield return letter;
    }

    private static string Cell(object? value)
    {
        var text = value switch { DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), decimal number => number.ToString("0.############", CultureInfo.InvariantCulture), _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" };
        if (value is string && text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
