namespace Shirube.Files.Papers;

internal static class XmlText
{
    /// <summary>A text without the control characters that XML does not have; line breaks as LF.</summary>
    public static string Of(string text)
    {
        var clean = text.ReplaceLineEndings("\n");
        return clean.Any(IsForbidden) ? string.Concat(clean.Where(c => !IsForbidden(c))) : clean;
    }

    private static bool IsForbidden(char letter) => (char.IsControl(letter) && letter is not ('\n' or '\t')) || letter is '\uFFFE' or '\uFFFF';
}
