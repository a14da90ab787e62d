using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Tables;

/// <summary>Writes one table as a workbook, row by row: numbers as numbers, texts as texts whatever they begin with, the heading frozen, and a second sheet of notes.</summary>
public sealed class XlsxTable : IDisposable
{
    private const int LongestCell = 32_767;
    private readonly SpreadsheetDocument book;
    private readonly WorkbookPart part;
    private readonly OpenXmlWriter rows;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly string name;
    private int written;
    private int lastRow = 1;

    public XlsxTable(Stream target, string name, IReadOnlyList<TableColumn> columns)
    {
        (this.columns, this.name) = (columns, name);
        book = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        part = book.AddWorkbookPart();
        XlsxStyles.Write(part);
        var sheet = part.AddNewPart<WorksheetPart>("rId1");
        rows = OpenXmlWriter.Create(sheet);
        rows.WriteStartElement(new Worksheet());
        rows.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = true }));
        rows.WriteElement(new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Width(c), CustomWidth = true })));
        rows.WriteStartElement(new SheetData());
        WriteRow([.. columns.Select(c => (object?)c.Title)], _ => XlsxStyles.Head);
    }

    /// <summary>One row: texts, whole and decimal numbers, days, or null for an empty cell.</summary>
    public void Write(RowKind kind, IReadOnlyList<object?> values)
    {
        WriteRow(values, i => XlsxStyles.Of(columns[i].Format, kind));
        if (kind != RowKind.Total)
            lastRow = written;
    }

    /// <summary>Ends the table and writes the sheet of notes.</summary>
    public void Finish(string notesName, IEnumerable<(string What, string Text)> notes)
    {
        rows.WriteEndElement();
        rows.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName.Of(columns.Count - 1)}{lastRow}" });
        rows.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToHeight = 0 });
        rows.WriteEndElement();
        rows.Close();
        var second = part.AddNewPart<WorksheetPart>("rId2");
        second.Worksheet = new Worksheet(new Columns(new Column { Min = 1, Max = 1, Width = 18, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 80, CustomWidth = true }),
            new SheetData(notes.Select((n, i) => new Row(Text($"A{i + 1}", n.What, XlsxStyles.Head), Text($"B{i + 1}", n.Text, XlsxStyles.Wrapped)))));
        part.Workbook = new(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetName(name), SheetId = 1, Id = "rId1" }, new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetName(notesName), SheetId = 2, Id = "rId2" }));
        part.Workbook.Save();
    }

    public void Dispose()
    {
        rows.Dispose();
        book.Dispose();
    }

    private void WriteRow(IReadOnlyList<object?> values, Func<int, uint> style)
    {
        written++;
        rows.WriteStartElement(new Row { RowIndex = (uint)written });
        for (var i = 0; i < values.Count; i++)
            rows.WriteElement(CellOf($"{ColumnName.Of(i)}{written}", values[i], style(i)));
        rows.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell CellOf(string at, object? value, uint style) => value switch
    {
        null => new() { CellReference = at, StyleIndex = style },
        string text => Text(at, text, style),
        DateOnly day => Number(at, (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), style),
        _ => Number(at, Convert.ToString(value, CultureInfo.InvariantCulture)!, style),
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Number(string at, string value, uint style) => new() { CellReference = at, StyleIndex = style, CellValue = new(value) };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Text(string at, string text, uint style) =>
        new() { CellReference = at, StyleIndex = style, DataType = CellValues.InlineString, InlineString = new(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }) };

    // why: XML has no control characters, and Excel no cell above 32,767 letters; a longer text says that it goes on.
    private static string Writable(string text)
    {
        var clean = text.ReplaceLineEndings("\n");
        if (clean.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            clean = string.Concat(clean.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
        return clean.Length <= LongestCell ? clean : clean[..(LongestCell - 20)] + "…(続きは画面で)";
    }

    private static string SheetName(string name)
    {
        var plain = new StringBuilder(name);
        foreach (var letter in @"[]:*?/\")
            plain.Replace(letter, ' ');
        return plain.Length > 31 ? plain.ToString(0, 31) : plain.ToString();
    }

    // why: a letter of Japanese is as wide as two digits.
    private static double Width(TableColumn column)
    {
        var title = column.Title.Sum(c => c < 256 ? 1.1 : 2.1) + 3;
        return column.Format switch { ColumnFormat.Text => Math.Clamp(title, 14, 40), ColumnFormat.Day => 12, _ => Math.Clamp(title, 14, 32) };
    }
}
