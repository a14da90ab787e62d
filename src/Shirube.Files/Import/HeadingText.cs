using System.Text;

namespace Shirube.Files.Import;

/// <summary>Headings are compared without spaces, line breaks, width and case; what is stored is never changed this way.</summary>
internal static class HeadingText
{
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Normalized(text))
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('\u200B' or '\uFEFF'))
                folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString();
    }

    // why: a lone surrogate in a damaged text cannot be normalised and must not stop an import.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
