namespace Shirube.Domain.Plans;

/// <summary>番号の付け方: how the items of a level are numbered among their siblings of that level.</summary>
public enum Numbering
{
    /// <summary>1, 2, 3</summary>
    Plain,
    /// <summary>(1), (2), (3)</summary>
    Parenthesised,
    /// <summary>①, ②, ③; from 51 on in parentheses.</summary>
    Circled,
    /// <summary>1-1, 1-2 after the number of the item above.</summary>
    Path,
}

public static class NumberingStyles
{
    /// <summary>The number of the <paramref name="place"/>-th item (from 1) under an item of that number.</summary>
    public static string Of(this Numbering numbering, int place, string? parentCode) => numbering switch
    {
        Numbering.Parenthesised => $"({place})",
        Numbering.Circled => Circle(place),
        Numbering.Path when parentCode is not null => $"{parentCode}-{place}",
        _ => $"{place}",
    };

    // why: Unicode has the circled numbers in three places.
    private static string Circle(int place) => place switch
    {
        <= 20 => $"{(char)('①' + place - 1)}",
        <= 35 => $"{(char)('㉑' + place - 21)}",
        <= 50 => $"{(char)('㊱' + place - 36)}",
        _ => $"({place})",
    };
}
