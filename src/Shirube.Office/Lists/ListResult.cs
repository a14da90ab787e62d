namespace Shirube.Office.Lists;

/// <summary>A column as shown.</summary>
public sealed record ListColumn(string Key, string Label, FieldKind Kind, bool Sums)
{
    /// <summary>Whether its cells may say how many of what they add up said nothing.</summary>
    public bool TellsBlanks { get; init; }
    public bool IsNumber => Kind is FieldKind.Number or FieldKind.Yen or FieldKind.Percent;
    public string? Unit => Kind switch { FieldKind.Yen => "円", FieldKind.Percent => "%", _ => null };
}

/// <summary>A line of the table: a row of the list, or a group with how many rows it has and their sums (null under columns that sum nothing).</summary>
public abstract record ListLine;

public sealed record RowLine(string? Address, bool IsSample, IReadOnlyList<ListCell> Cells) : ListLine;

public sealed record GroupLine(string Name, int Count, string? Address, IReadOnlyList<ListSum?> Sums) : ListLine;

/// <summary>A condition in words, and the address of the list without it.</summary>
public sealed record Chip(string Text, string Without);

/// <summary>Something the address asks for that cannot be done, and whether the list therefore shows more than was asked.</summary>
public sealed record LeftOut(string What, bool Widens);

/// <summary>A list as one page shows it.</summary>
public sealed record ListResult
{
    public required ListQuery Query { get; init; }
    /// <summary>The same query without what was left out of it.</summary>
    public required ListQuery Sound { get; init; }
    public required IReadOnlyList<ListColumn> Columns { get; init; }
    public required IReadOnlyList<ListLine> Lines { get; init; }
    public required IReadOnlyList<Chip> Chips { get; init; }
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
    public required int Count { get; init; }
    /// <summary>How many rows the pages hold together: 0 where only groups are shown.</summary>
    public required int Paged { get; init; }
    public required int Page { get; init; }
    /// <summary>Over all rows that match, not only those of the page.</summary>
    public required IReadOnlyList<ListSum?> Totals { get; init; }
    public string? GroupLabel { get; init; }
    public bool IsEmpty => Count == 0;
    public bool IsWider => LeftOut.Any(l => l.Widens);
}
