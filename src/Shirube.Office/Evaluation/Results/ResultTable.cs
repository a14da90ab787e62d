using Shirube.Files.Tables;

namespace Shirube.Office.Evaluation;

/// <summary>A table of the results of a round: the same on the page, in files and in the printed report.</summary>
/// <param name="Key">How its address calls it.</param>
/// <param name="Note">How its figures are counted, and what is not in it.</param>
public sealed record ResultTable(string Key, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<ResultRow> Rows, string Note)
{
    /// <summary>What is said where there is no row.</summary>
    public string Empty { get; init; } = "該当するシートはありません。";

    public static TableColumn Text(string title) => new(title, ColumnFormat.Text);

    public static TableColumn Whole(string title) => new(title, ColumnFormat.Whole);
}

/// <param name="Values">Texts and whole numbers; null where nothing is known, which is not 0.</param>
/// <param name="Address">Of what the row is about.</param>
public sealed record ResultRow(RowKind Kind, IReadOnlyList<object?> Values, string? Address = null)
{
    public static ResultRow Of(params object?[] values) => new(RowKind.Row, Plain(values));

    public static ResultRow Total(params object?[] values) => new(RowKind.Total, Plain(values));

    // why: tables write numbers as decimals.
    internal static object?[] Plain(IEnumerable<object?> values) => [.. values.Select(v => v switch { int whole => (decimal)whole, long whole => (decimal)whole, _ => v })];
}
