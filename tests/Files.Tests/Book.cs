using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Domain.Common;
using Shirube.Files.Import;
using ColumnName = Shirube.Files.Workbooks.ColumnName;

namespace Files.Tests;

/// <summary>Small invented files in the layouts offices use.</summary>
internal sealed class Book
{
    private readonly List<(string Name, object?[][] Rows, string[] Merges, bool IsHidden)> sheets = [];

    public static readonly MunicipalityCode City = MunicipalityCode.Parse("032158");

    public Book Sheet(string name, object?[][] rows, params string[] merges)
    {
        sheets.Add((name, rows, merges, false));
        return this;
    }

    public Book HiddenSheet(string name, object?[][] rows)
    {
        sheets.Add((name, rows, [], true));
        return this;
    }

    public MemoryStream Xlsx()
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new(new Sheets());
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 10 }, new CellFormat { NumberFormatId = 14 }));
            foreach (var (name, rows, merges, isHidden) in sheets)
                Add(workbook, name, rows, merges, isHidden);
        }

        stream.Position = 0;
        return stream;
    }

    private static void Add(WorkbookPart workbook, string name, object?[][] rows, string[] merges, bool isHidden)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        for (var r = 0; r < rows.Length; r++)
        {
            var row = new Row { RowIndex = (uint)r + 1 };
            for (var c = 0; c < rows[r].Length; c++)
                if (Cell(rows[r][c], $"{ColumnName.Of(c)}{r + 1}") is { } cell)
                    row.Append(cell);
            data.Append(row);
        }

        part.Worksheet = new(data);
        if (merges.Length > 0)
            part.Worksheet.Append(new MergeCells(merges.Select(m => new MergeCell { Reference = m })));
        var all = workbook.Workbook.Sheets!;
        all.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)all.Count() + 1, Name = name, State = isHidden ? SheetStateValues.Hidden : SheetStateValues.Visible });
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell? Cell(object? value, string reference) => value switch
    {
        null => null,
        string text => new() { CellReference = reference, DataType = CellValues.InlineString, InlineString = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) },
        DateOnly day => new() { CellReference = reference, StyleIndex = 2, CellValue = new(day.ToDateTime(default).ToOADate()) },
        Percent percent => new() { CellReference = reference, StyleIndex = 1, CellValue = new(percent.Value) },
        Error error => new() { CellReference = reference, DataType = CellValues.Error, CellValue = new(error.Text) },
        bool truth => new() { CellReference = reference, DataType = CellValues.Boolean, CellValue = new(truth) },
        _ => new() { CellReference = reference, CellValue = new(Convert.ToDecimal(value)) },
    };

    public ImportBatch Suggested(string file = "サンプル市.xlsx", FiscalYear? year = null) => Suggested(Xlsx(), file, year);

    public static ImportBatch Suggested(Stream stream, string file, FiscalYear? year = null)
    {
        using var workbook = Shirube.Files.Workbooks.Workbook.Open(stream, file);
        var mapping = MappingFile.Read(MappingFile.Write(MappingSuggestion.For(workbook).Mapping));
        return Importer.Read(workbook, mapping, new(City, year));
    }

    public ImportBatch Read(Mapping mapping, FiscalYear? year = null) => Importer.Read(Xlsx(), "サンプル市.xlsx", mapping, new(City, year));

    public static MemoryStream Csv(string text, Encoding? encoding = null) => new([.. (encoding ?? Encoding.UTF8).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(text)]);

    public static Encoding ShiftJis
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(932);
        }
    }
}

internal sealed record Percent(decimal Value);

internal sealed record Error(string Text);
