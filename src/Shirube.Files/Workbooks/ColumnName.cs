namespace Shirube.Files.Workbooks;

/// <summary>Column letters and places: A is 0, HB is 209.</summary>
public static class ColumnName
{
    public static string Of(int place)
    {
        var name = "";
        for (var n = place + 1; n > 0; n = (n - 1) / 26)
            name = (char)('A' + (n - 1) % 26) + name;
        return name;
    }

    /// <summary>The place of letters, or -1 when the text is no column name.</summary>
    public static int Place(ReadOnlySpan<char> letters)
    {
        var place = 0;
        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetter(letter) || place > 100_000)
                return -1;
            place = place * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return place - 1;
    }
}
