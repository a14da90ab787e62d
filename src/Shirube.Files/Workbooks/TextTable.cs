using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Workbooks;

/// <summary>A table of texts written out. Every cell of the workbook is text, so that a number 00123 keeps its zeros.</summary>
public static class TextTable
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>UTF-8 with its mark, as Excel wants it.</summary>
    public static byte[] Csv(IEnumerable<IReadOnlyList<string?>> rows) =>
        Encoding.UTF8.GetBytes(ByteOrderMark + string.Concat(rows.Select(r => string.Join(',', r.Select(Quoted)) + "\r\n")));

    public static byte[] Xlsx(string sheet, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new(Panes(), new Columns(new Column { Min = 1, Max = 20, Width = 18, CustomWidth = true, Style = 1 }), new SheetData(rows.Select(r => new Row(r.Select(TextCell)))));
            book.Workbook = new(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = sheet }));
        }
        return stream.ToArray();
    }

    // why: what a cell begins with must not become a formula in the reader's program.
    private static string Quoted(string? text) =>
        (text ?? "") is var plain && plain.Length > 0 && plain[0] is '=' or '+' or '@' or '\t' ? $"\"'{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : plain.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;

    private static OpenXmlElement TextCell(string? text) =>
        new DocumentFormat.OpenXml.Spreadsheet.Cell { DataType = CellValues.InlineString, StyleIndex = 1, InlineString = new(new Text(text ?? "") { Space = SpaceProcessingModeValues.Preserve }) };

    private static SheetViews Panes() =>
        new(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    // why: format 49 is text (@): what is typed into an empty cell of the column stays as typed.
    private static Stylesheet Styles() => new(new Fonts(new Font()), new Fills(new Fill(), new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));
}
