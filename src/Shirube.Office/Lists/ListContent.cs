using Shirube.Files.Tables;

namespace Shirube.Office.Lists;

/// <summary>A whole list on its way into a file: its head, every line of it, and what it was read for.</summary>
public sealed record ListContent(string Title, ListResult Head, IAsyncEnumerable<ListLine> Lines, ListSetting Setting)
{
    private const string MissingRow = "うち未入力(件)";

    /// <summary>With groups, a first column says whose rows they are.</summary>
    public IReadOnlyList<TableColumn> Columns =>
    [
        .. Head.GroupLabel is { } group ? [new TableColumn(group, ColumnFormat.Text), new("件数", ColumnFormat.Whole)] : Array.Empty<TableColumn>(),
        .. Shown.SelectMany(ColumnsOf),
    ];

    // why: what a cell says of its blanks is a number of its own, beside the sum.
    private static IEnumerable<TableColumn> ColumnsOf(ListColumn c)
    {
        yield return new(c.Unit == "円" ? $"{c.Label}(円)" : c.Label, c.Kind switch { FieldKind.Yen => ColumnFormat.Whole, FieldKind.Number => ColumnFormat.Number, FieldKind.Percent => ColumnFormat.Percent, FieldKind.Date => ColumnFormat.Day, _ => ColumnFormat.Text });
        if (c.TellsBlanks)
            yield return new($"{c.Label} {MissingRow}", ColumnFormat.Whole);
    }

    /// <summary>The rows as they stand on the screen: groups before their rows, the sums of all at the end, each with how many said nothing where any did.</summary>
    public async IAsyncEnumerable<(RowKind Kind, IReadOnlyList<object?> Values)> Rows()
    {
        string? group = null;
        var rows = 0;
        await foreach (var line in Lines)
        {
            if (line is GroupLine g)
            {
                group = g.Name;
                foreach (var row in Sums(RowKind.Group, g.Name, g.Count, g.Sums))
                    yield return row;
            }
            else if (line is RowLine row)
            {
                rows++;
                yield return (RowKind.Row, [.. Head.GroupLabel is null ? [] : new object?[] { group, null }, .. row.Cells.Zip(Shown, (cell, column) => (cell, column)).SelectMany(c => Spread(c.column, Value(c.cell), c.cell.Blanks > 0 ? (long)c.cell.Blanks : null))]);
            }
        }
        if (rows > 0 && rows != Head.Count)
            throw new InvalidOperationException($"The list changed while it was written: {rows} of {Head.Count} rows.");
        if (Head.Totals.Any(t => t is not null))
            foreach (var row in Sums(RowKind.Total, "合計", Head.Count, Head.Totals))
                yield return row;
    }

    /// <summary>What the list was, for who opens the file later.</summary>
    public IEnumerable<(string What, string Text)> Notes(string by, string at, string address)
    {
        yield return ("一覧", Title);
        yield return ("件数", $"{Head.Count:#,0}件");
        yield return ("条件", Head.Chips.Count == 0 ? "(なし。すべて)" : string.Join('\n', Head.Chips.Select(c => c.Text)));
        yield return ("まとめ方", Head.GroupLabel is { } group ? $"{group}ごと" : "(まとめない)");
        yield return ("並べ方", Head.Sound.Sort.Count == 0 ? "(いつもの順)" : string.Join('、', Head.Sound.Sort.Select(s => $"{Head.Columns.FirstOrDefault(c => c.Key == s.Field)?.Label ?? s.Field}の{(s.Descending ? "大きい順" : "小さい順")}")));
        yield return ("部課", $"{Setting.Year.Both}の所管");
        yield return ("計画", Setting.Plan?.Name ?? "(計画なし)");
        yield return ("未入力", "空のセルは未入力です。0ではありません。合計は入力のある行だけのもので、未入力の件数を次の行に書いています。");
        yield return ("書き出した人", by);
        yield return ("書き出した日時", at);
        yield return ("アドレス", address);
    }

    private IReadOnlyList<ListColumn> Shown => Head.GroupLabel is not null && Head.Paged == 0 ? [.. Head.Columns.Where(c => c.Sums)] : Head.Columns;

    private IEnumerable<(RowKind, IReadOnlyList<object?>)> Sums(RowKind kind, string name, int count, IReadOnlyList<ListSum?> sums)
    {
        var shown = Shown.Count == Head.Columns.Count ? sums : [.. sums.Where(s => s is not null)];
        var there = shown.Zip(Shown, (s, column) => Spread(column, s is null ? null : Value(s.Cell), null)).SelectMany(v => v).ToList();
        yield return (kind, Named(kind == RowKind.Group || Head.GroupLabel is not null ? name : $"{name}({count:#,0}件)", count, there));
        if (shown.Any(s => s is { Missing: > 0 }))
            yield return (kind, Named(MissingRow, null, [.. shown.Zip(Shown, (s, column) => Spread(column, s is { Missing: > 0 } ? (long)s.Missing : null, null)).SelectMany(v => v)]));
    }

    // why: without groups the name stands in the first column, which then cannot be one of numbers.
    private IReadOnlyList<object?> Named(string name, int? count, List<object?> values)
    {
        if (Head.GroupLabel is not null)
            return [name, count is { } n ? (long)n : null, .. values];
        return values.Count > 0 && values[0] is null ? [name, .. values.Skip(1)] : values;
    }

    private static IEnumerable<object?> Spread(ListColumn column, object? value, long? blanks) => column.TellsBlanks ? [value, blanks] : [value];

    private static object? Value(ListCell cell) => cell.Value ?? (cell with { Blanks = 0 } == ListCell.Missing ? null : cell.Text);
}
