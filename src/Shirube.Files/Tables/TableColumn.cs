namespace Shirube.Files.Tables;

/// <summary>How the numbers of a column look in a workbook.</summary>
public enum ColumnFormat
{
    Text,
    /// <summary>Whole numbers in groups of three: yen, counts.</summary>
    Whole,
    Number,
    Percent,
    Day,
}

/// <summary>A column of a table that is written: its heading and how its values look.</summary>
public sealed record TableColumn(string Title, ColumnFormat Format);

public enum RowKind
{
    Row,
    Group,
    Total,
}
