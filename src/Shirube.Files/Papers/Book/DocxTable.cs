using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>A table of a Word file: heads repeated on every page, cells over several rows and columns.</summary>
internal static class DocxTable
{
    private const string HeadFill = "E8EEF7";
    private const string TotalFill = "F5F7FA";

    /// <param name="rowHeight">Of every row in twentieths of a point, where the table has to fill a page.</param>
    /// <param name="halfPoints">The size of its letters, where it is not the style's.</param>
    public static Table Of(BookTable table, int width, Func<IReadOnlyList<BookRun>, IEnumerable<OpenXmlElement>> runs, uint? rowHeight = null, int? halfPoints = null)
    {
        var widths = Shared(table.Widths, width);
        var properties = new TableProperties(new TableStyle { Val = BookStyles.Table }, new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed });
        if (rowHeight is not null)
            properties.Append(new TableCellMarginDefault(new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 50, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 50, Type = TableWidthValues.Dxa }));
        properties.Append(new TableLook { Val = "0420" });
        var written = new Table(
            properties,
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        var above = new (int Rows, int Columns, CellLook Look)[widths.Count];
        foreach (var row in table.Rows)
            written.Append(RowOf(row, widths, above, runs, rowHeight, halfPoints));
        return written;
    }

    private static TableRow RowOf(BookRow row, IReadOnlyList<int> widths, (int Rows, int Columns, CellLook Look)[] above, Func<IReadOnlyList<BookRun>, IEnumerable<OpenXmlElement>> runs, uint? rowHeight, int? halfPoints)
    {
        var properties = row.MayBreak ? new TableRowProperties() : new TableRowProperties(new CantSplit());
        if (rowHeight is { } height)
            properties.Append(new TableRowHeight { Val = height, HeightType = HeightRuleValues.Exact });
        if (row.IsHead)
            properties.Append(new TableHeader());
        var written = new TableRow(properties);
        var cells = new Queue<BookCell>(row.Cells);
        for (var at = 0; at < widths.Count;)
        {
            var goesOn = above[at].Rows > 0;
            if (!goesOn && cells.Count == 0)
                break;
            var cell = goesOn ? null : cells.Dequeue();
            var (columns, look) = cell is null ? (above[at].Columns, above[at].Look) : (Math.Min(cell.Columns, widths.Count - at), cell.Look);
            var rows = cell is null ? above[at].Rows : cell.Rows;
            written.Append(CellOf(cell, look, widths.Skip(at).Take(columns).Sum(), columns, rows > 1 || cell is null, runs, halfPoints));
            above[at] = (rows - 1, columns, look);
            at += columns;
        }

        if (row.KeepsWithNext)
            foreach (var paragraph in written.Descendants<ParagraphProperties>().Where(p => p.KeepNext is null))
                paragraph.InsertAfter(new KeepNext(), paragraph.ParagraphStyleId);
        return written;
    }

    private static TableCell CellOf(BookCell? cell, CellLook look, int width, int columns, bool isMerged, Func<IReadOnlyList<BookRun>, IEnumerable<OpenXmlElement>> runs, int? halfPoints)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (columns > 1)
            properties.Append(new GridSpan { Val = columns });
        if (isMerged)
            properties.Append(cell is null ? new VerticalMerge() : new VerticalMerge { Val = MergedCellValues.Restart });
        // why: beside a cell without borders only a border of the cell's own is drawn.
        if (halfPoints is not null)
            properties.Append(look == CellLook.Blank ? Borders(BorderValues.Nil) : Borders(BorderValues.Single));
        if (look is CellLook.Head or CellLook.Total or CellLook.TotalNumber)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = look == CellLook.Head ? HeadFill : TotalFill });
        if (halfPoints is not null)
            properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new(properties, ParagraphOf(cell, look, runs, halfPoints));
    }

    private static Paragraph ParagraphOf(BookCell? cell, CellLook look, Func<IReadOnlyList<BookRun>, IEnumerable<OpenXmlElement>> runs, int? halfPoints)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = look == CellLook.Head ? BookStyles.CellHead : BookStyles.Cell });
        if (halfPoints is { } size)
            properties.Append(new KeepNext { Val = false }, new SpacingBetweenLines { After = "0", Line = $"{size * 12}", LineRule = LineSpacingRuleValues.Exact });
        if (look is CellLook.Number or CellLook.TotalNumber or CellLook.Middle)
            properties.Append(new Justification { Val = look == CellLook.Middle ? JustificationValues.Center : JustificationValues.Right });
        var paragraph = new Paragraph([properties, .. runs(cell?.Runs ?? [])]);
        foreach (var run in halfPoints is null ? [] : paragraph.Descendants<Run>())
            (run.RunProperties ??= new()).FontSize = new() { Val = $"{halfPoints}" };
        return paragraph;
    }

    private static List<int> Shared(IReadOnlyList<int> widths, int width)
    {
        var (all, given) = (widths.Sum(), 0);
        var shared = widths.Select(w => width * w / all).ToList();
        given = shared.Sum();
        shared[^1] += width - given;
        return shared;
    }

    private static TableCellBorders Borders(BorderValues kind) => new(Line<TopBorder>(kind), Line<LeftBorder>(kind), Line<BottomBorder>(kind), Line<RightBorder>(kind));

    private static T Line<T>(BorderValues kind) where T : BorderType, new() => kind == BorderValues.Nil ? new() { Val = kind } : new() { Val = kind, Size = 4, Color = "808080" };
}
