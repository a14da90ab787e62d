namespace Shirube.Office.Lists;

/// <summary>What a field is to people: how it is typed, shown and written into a workbook.</summary>
public enum FieldKind
{
    Text,
    Code,
    Choice,
    YesNo,
    Department,
    Item,
    Number,
    Yen,
    Percent,
    Year,
    Date,
}

/// <summary>One value as shown and as exported: <see cref="Value"/> is text, long, decimal or DateOnly, or null where there is none and <see cref="Text"/> says why.</summary>
/// <param name="Blanks">Of how many things that it adds up nothing is known.</param>
public readonly record struct ListCell(object? Value, string Text, int Blanks = 0)
{
    public static readonly ListCell Missing = new(null, "未入力");
}

/// <summary>A sum over rows, and how many of them said nothing.</summary>
public sealed record ListSum(ListCell Cell, int Missing);
