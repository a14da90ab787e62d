using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Papers;

/// <summary>Writes a paper of one sheet as a workbook: merged cells, and a page set-up that prints it on one A3.</summary>
public static class SheetXlsx
{
    private const int FirstRow = 3;
    // why: Excel's unit of width is a digit of the usual font, some 5.25 points.
    private const double PointsOfWidth = 5.25;

    private enum Look : uint
    {
        Plain,
        Title,
        Remark,
        Head,
        Cell,
    }

    public static void Write(Stream target, SheetPaper paper)
    {
        using var book = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var part = book.AddWorkbookPart();
        Styles(part, paper.Points);
        var sheet = part.AddNewPart<WorksheetPart>("rId1");
        var merged = new List<string>();
        var rows = Rows(paper, merged);
        var all = paper.Table.Widths.Sum();
        sheet.Worksheet = new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(paper.Table.Widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Math.Max(1, SheetPaper.Width * w / all / PointsOfWidth), CustomWidth = true })),
            new SheetData([Line(1, Look.Title, paper.Title), Line(2, Look.Remark, paper.Remark), .. rows]));
        if (merged.Count > 0)
            sheet.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
        sheet.Worksheet.Append(new PrintOptions { HorizontalCentered = true }, new PageMargins { Left = 0.4, Right = 0.4, Top = 0.4, Bottom = 0.4, Header = 0.2, Footer = 0.2 }, new PageSetup { PaperSize = 8, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 1 });
        part.Workbook = new(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "体系図", SheetId = 1, Id = "rId1" }));
    }

    private static List<Row> Rows(SheetPaper paper, List<string> merged)
    {
        var (rows, columns) = (new List<Row>(), paper.Table.Widths.Count);
        var above = new (int Rows, Look Look)[columns];
        foreach (var (row, i) in paper.Table.Rows.Select((r, i) => (r, i)))
        {
            var at = FirstRow + i;
            var cells = new Queue<BookCell>(row.Cells);
            var written = new Row { RowIndex = (uint)at, Height = Math.Max(1, paper.RowPoints), CustomHeight = true };
            for (var column = 0; column < columns;)
            {
                if (above[column].Rows > 0)
                {
                    above[column].Rows--;
                    written.Append(new DocumentFormat.OpenXml.Spreadsheet.Cell { CellReference = $"{ColumnName.Of(column)}{at}", StyleIndex = (uint)above[column].Look });
                    column++;
                    continue;
                }

                if (!cells.TryDequeue(out var cell))
                    break;
                column = Put(written, cell, column, at, above, merged);
            }

            rows.Add(written);
        }

        return rows;
    }

    private static int Put(Row row, BookCell cell, int column, int at, (int Rows, Look Look)[] above, List<string> merged)
    {
        var look = cell.Look switch { CellLook.Head => Look.Head, CellLook.Blank => Look.Plain, _ => Look.Cell };
        var last = Math.Min(column + cell.Columns, above.Length) - 1;
        for (var c = column; c <= last; c++)
        {
            row.Append(c == column ? Words($"{ColumnName.Of(c)}{at}", cell.Text, look) : new DocumentFormat.OpenXml.Spreadsheet.Cell { CellReference = $"{ColumnName.Of(c)}{at}", StyleIndex = (uint)look });
            above[c] = (cell.Rows - 1, look);
        }

        if ((cell.Rows > 1 || last > column) && cell.Look != CellLook.Blank)
            merged.Add($"{ColumnName.Of(column)}{at}:{ColumnName.Of(last)}{at + cell.Rows - 1}");
        return last + 1;
    }

    private static Row Line(int at, Look look, string text) => new(Words($"A{at}", text, look)) { RowIndex = (uint)at };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Words(string at, string text, Look look) =>
        new() { CellReference = at, StyleIndex = (uint)look, DataType = CellValues.InlineString, InlineString = new(new Text(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }) };

    private static void Styles(WorkbookPart book, double points)
    {
        var part = book.AddNewPart<WorkbookStylesPart>("rIdStyles");
        part.Stylesheet = new(
            new Fonts(Font(10), Font(14, bold: true), Font(9), Font(points, bold: true), Font(points)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF7" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { FontId = 2, ApplyFont = true },
                new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center }) { FontId = 3, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = 4, BorderId = 1, NumberFormatId = 49, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true, ApplyNumberFormat = true }));
    }

    private static Font Font(double size, bool bold = false) => bold ? new(new Bold(), new FontSize { Val = size }, new FontName { Val = "Yu Gothic" }) : new(new FontSize { Val = size }, new FontName { Val = "Yu Gothic" });

    private static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };
}
