using Shirube.Files.Papers;

namespace Shirube.Files.Workbooks;

/// <summary>A text as a cell of Excel holds it: no control characters, and at most 32,767 letters; a longer one says that it goes on.</summary>
internal static class ExcelText
{
    private const int LongestCell = 32_767;
    private const string GoesOn = "…(続きは画面で)";

    public static string Of(string text)
    {
        var clean = XmlText.Of(text);
        if (clean.Length <= LongestCell)
            return clean;
        var end = LongestCell - GoesOn.Length;
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + GoesOn;
    }
}
