using Shirube.Files.Papers;
using Shirube.Files.Tables;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>A table of results as blocks of a paper: what the page shows, with how it is counted below.</summary>
internal static class ResultBlocks
{
    private const int LongText = 240;

    public static IEnumerable<BookBlock> Of(ResultTable table, int level)
    {
        yield return new BookHeading(level, table.Title, $"table{table.Key}");
        if (table.Rows.Count == 0)
            yield return new BookText(table.Empty);
        else
            yield return new BookTable([.. table.Columns.Select(Width)], [PaperWords.Head(table.Columns.Select(c => c.Title)), .. table.Rows.Select(r => RowOf(r, table.Columns))]);
        yield return new BookText(table.Note, BookTextKind.Note);
    }

    private static int Width(TableColumn column, int at) => (column.Format, at) switch
    {
        (ColumnFormat.Text, 0) => 30,
        (ColumnFormat.Text, _) => 22,
        _ => Math.Clamp(column.Title.Length * 2, 8, 16),
    };

    private static BookRow RowOf(ResultRow row, IReadOnlyList<TableColumn> columns)
    {
        var isTotal = row.Kind != RowKind.Row;
        return new([.. row.Values.Select((v, i) => CellOf(v, columns[i].Format, isTotal))]) { MayBreak = row.Values.Any(v => v is string { Length: > LongText }) };
    }

    private static BookCell CellOf(object? value, ColumnFormat format, bool isTotal) => value switch
    {
        string text => new(text, isTotal ? CellLook.Total : CellLook.Plain),
        decimal number => new(PaperWords.Yen(number), isTotal ? CellLook.TotalNumber : CellLook.Number),
        _ => new(Format.None, format == ColumnFormat.Text ? isTotal ? CellLook.Total : CellLook.Plain : isTotal ? CellLook.TotalNumber : CellLook.Number),
    };
}
