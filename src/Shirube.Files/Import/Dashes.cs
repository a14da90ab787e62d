namespace Shirube.Files.Import;

/// <summary>The many ways to write "there is none": hyphens, minus signs, horizontal bars, the long-vowel mark.</summary>
internal static class Dashes
{
    private const string Kinds = "-－ー―–—‐‑−─━ｰ﹣⁻‒⸺";

    public static bool IsDash(ReadOnlySpan<char> text)
    {
        var any = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
                continue;
            if (!Kinds.Contains(letter))
                return false;
            any = true;
        }

        return any;
    }

    public static bool IsSign(char letter) => letter is '△' or '▲' or '-' or '−' or '–' or '‐';
}
