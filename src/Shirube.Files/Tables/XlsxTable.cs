using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Tables;

/// <summary>Writes one table as a workbook, row by row: numbers as numbers, texts as texts whatever they begin with, columns as wide as what stands in them, the heading frozen and on every printed page, and a second sheet of notes.</summary>
public sealed class XlsxTable : IDisposable
{
    private const double Points = 11;
    // why: widths stand before the rows in the file; so many rows are held back to see how wide their texts are.
    private const int Held = 300;
    // why: one long text must not push the other rows of a list off the screen; it is whole in its cell.
    private const int MostLines = 8;
    private readonly SpreadsheetDocument book;
    private readonly WorkbookPart part;
    private readonly OpenXmlWriter rows;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly string name;
    private readonly List<(RowKind Kind, object?[] Values)> held = [];
    private IReadOnlyList<double>? widths;
    private int written;
    private int lastRow = 1;

    public XlsxTable(Stream target, string name, IReadOnlyList<TableColumn> columns)
    {
        (this.columns, this.name) = (columns, name);
        book = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        part = book.AddWorkbookPart();
        XlsxStyles.Write(part);
        rows = OpenXmlWriter.Create(part.AddNewPart<WorksheetPart>("rId1"));
    }

    /// <summary>One row: texts, whole and decimal numbers, days, or null for an empty cell.</summary>
    public void Write(RowKind kind, IReadOnlyList<object?> values)
    {
        if (widths is null)
            held.Add((kind, [.. values]));
        else
            WriteTableRow(kind, values);
        if (held.Count == Held)
            Begin();
    }

    /// <summary>Ends the table and writes the sheet of notes.</summary>
    public void Finish(string notesName, IEnumerable<(string What, string Text)> notes)
    {
        Begin();
        rows.WriteEndElement();
        rows.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName.Of(columns.Count - 1)}{lastRow}" });
        rows.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        rows.WriteElement(XlsxPage.Setup(widths!.Sum()));
        rows.WriteElement(new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        rows.WriteEndElement();
        rows.Close();
        WriteNotes(notes);
        var (sheet, other) = (SheetName(name), SheetName(notesName));
        part.Workbook = new(
            new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet, SheetId = 1, Id = "rId1" }, new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = other, SheetId = 2, Id = "rId2" }),
            new DefinedNames(new DefinedName($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        part.Workbook.Save();
    }

    public void Dispose()
    {
        rows.Dispose();
        book.Dispose();
    }

    private void Begin()
    {
        if (widths is not null)
            return;
        widths = [.. columns.Select((c, i) => XlsxPage.Width(c, held.Select(r => i < r.Values.Length ? r.Values[i] : null)))];
        rows.WriteStartElement(new Worksheet());
        rows.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        rows.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = true }));
        rows.WriteElement(new Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })));
        rows.WriteStartElement(new SheetData());
        WriteRow([.. columns.Select(c => (object?)c.Title)], _ => XlsxStyles.Head);
        foreach (var (kind, values) in held)
            WriteTableRow(kind, values);
        held.Clear();
    }

    private void WriteTableRow(RowKind kind, IReadOnlyList<object?> values)
    {
        WriteRow(values, i => XlsxStyles.Of(XlsxPage.Format(columns[i].Format, values[i]), kind));
        if (kind != RowKind.Total)
            lastRow = written;
    }

    private void WriteRow(IReadOnlyList<object?> values, Func<int, uint> style)
    {
        written++;
        var row = new Row { RowIndex = (uint)written };
        var lines = values.Select((v, i) => v is string text ? CellSize.Lines(text, widths![i]) : 1).DefaultIfEmpty(1).Max();
        if (lines > 1)
            (row.Height, row.CustomHeight) = (CellSize.Height(Math.Min(lines, MostLines), Points), true);
        rows.WriteStartElement(row);
        for (var i = 0; i < values.Count; i++)
            rows.WriteElement(CellOf($"{ColumnName.Of(i)}{written}", values[i], style(i)));
        rows.WriteEndElement();
    }

    private void WriteNotes(IEnumerable<(string What, string Text)> notes) =>
        part.AddNewPart<WorksheetPart>("rId2").Worksheet = new Worksheet(new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(new Column { Min = 1, Max = 1, Width = 18, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 80, CustomWidth = true }),
            new SheetData(notes.Select((n, i) => new Row(Text($"A{i + 1}", n.What, XlsxStyles.Head), Text($"B{i + 1}", n.Text, XlsxStyles.Wrapped)) { Height = CellSize.Height(CellSize.Lines(n.Text, 80), Points), CustomHeight = true })),
            XlsxPage.Setup(98));

    private static DocumentFormat.OpenXml.Spreadsheet.Cell CellOf(string at, object? value, uint style) => value switch
    {
        null => new() { CellReference = at, StyleIndex = style },
        string text => Text(at, text, style),
        DateOnly day => Number(at, (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), style),
        _ => Number(at, Convert.ToString(value, CultureInfo.InvariantCulture)!, style),
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Number(string at, string value, uint style) => new() { CellReference = at, StyleIndex = style, CellValue = new(value) };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Text(string at, string text, uint style) =>
        new() { CellReference = at, StyleIndex = style, DataType = CellValues.InlineString, InlineString = new(new Text(ExcelText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }) };

    private static string SheetName(string name)
    {
        var plain = new StringBuilder(name);
        foreach (var letter in @"[]:*?/\")
            plain.Replace(letter, ' ');
        return plain.Length > 31 ? plain.ToString(0, 31) : plain.ToString();
    }
}
