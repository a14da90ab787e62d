using Shirube.Files.Papers;
using Shirube.Files.Tables;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>A table of results as blocks of a paper: what the page shows, with how it is counted below.</summary>
internal static class ResultBlocks
{
    private const int LongText = 240;
    // why: with more columns of counts than these their heads break letter by letter.
    private const int MostCounts = 8;
    // why: points of a page's width, and of a digit and the edges of a cell at nine points.
    private const int PageWidth = 480;
    private const double Digit = 5.4;
    private const int Edges = 10;

    public static IEnumerable<BookBlock> Of(ResultTable table, int level)
    {
        yield return new BookHeading(level, table.Title, $"table{table.Key}");
        var (shown, empty) = Shown(table);
        if (table.Rows.Count == 0)
        {
            yield return new BookText(table.Empty);
            yield break;
        }

        yield return new BookTable(Widths(table, shown), [PaperWords.Head(shown.Select(i => table.Columns[i].Title)), .. table.Rows.Select(r => RowOf(r, table.Columns, shown))]);
        yield return new BookText(empty.Count == 0 ? table.Note : $"{string.Concat(empty.Select(t => $"「{t}」"))}は、どの行も0か、数えるもののない列なので省いています。{table.Note}", BookTextKind.Note);
    }

    /// <summary>The columns that are printed, and the names of those left out because they count nothing.</summary>
    private static (IReadOnlyList<int> Shown, IReadOnlyList<string> Empty) Shown(ResultTable table)
    {
        var all = Enumerable.Range(0, table.Columns.Count).ToList();
        var counts = all.Where(i => table.Columns[i].Format != ColumnFormat.Text).ToList();
        if (table.Rows.Count == 0 || counts.Count <= MostCounts)
            return (all, []);
        var empty = counts.Where(i => table.Rows.All(r => r.Values[i] is null or 0m)).ToList();
        return ([.. all.Except(empty)], [.. empty.Select(i => table.Columns[i].Title)]);
    }

    /// <summary>Numbers have what their digits need, texts share the rest by how long they are.</summary>
    private static List<int> Widths(ResultTable table, IReadOnlyList<int> shown)
    {
        var numbers = shown.Where(i => table.Columns[i].Format != ColumnFormat.Text).ToDictionary(i => i, i => (int)Math.Max(42, (Digit * table.Rows.Max(r => Words(r.Values[i]).Length)) + Edges));
        var texts = shown.Where(i => !numbers.ContainsKey(i)).ToDictionary(i => i, i => Math.Clamp((int)table.Rows.Average(r => Words(r.Values[i]).Length), i == 0 ? 12 : 8, 40));
        var rest = Math.Max(PageWidth - numbers.Values.Sum(), 60 * texts.Count);
        return [.. shown.Select(i => numbers.TryGetValue(i, out var width) ? width : Math.Max(1, rest * texts[i] / texts.Values.Sum()))];
    }

    private static BookRow RowOf(ResultRow row, IReadOnlyList<TableColumn> columns, IReadOnlyList<int> shown)
    {
        var isTotal = row.Kind != RowKind.Row;
        return new([.. shown.Select(i => CellOf(row.Values[i], columns[i].Format, isTotal))]) { MayBreak = row.Values.Any(v => v is string { Length: > LongText }), KeepsWithNext = row.Kind == RowKind.Group };
    }

    private static BookCell CellOf(object? value, ColumnFormat format, bool isTotal) => (format, isTotal) switch
    {
        (ColumnFormat.Text, false) => new(Words(value)),
        (ColumnFormat.Text, true) => new(Words(value), CellLook.Total),
        (_, false) => new(Words(value), CellLook.Number),
        _ => new(Words(value), CellLook.TotalNumber),
    };

    private static string Words(object? value) => value switch { string text => text, decimal number => PaperWords.Yen(number), _ => Format.None };
}
