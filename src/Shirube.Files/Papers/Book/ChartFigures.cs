using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Papers;

/// <summary>The small workbook behind a chart: years, values, targets. An unknown value is an empty cell.</summary>
internal static class ChartFigures
{
    public static MemoryStream Of(BookChart chart)
    {
        var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            var sheet = part.AddNewPart<WorksheetPart>("rId1");
            sheet.Worksheet = new(new SheetData([RowOf(1, Words("A1", "年度"), Words("B1", "実績"), Words("C1", "目標")), .. chart.Years.Select((y, i) => RowOf(i + 2, Words($"A{i + 2}", y.Year.Short), Number($"B{i + 2}", y.Actual), Number($"C{i + 2}", y.Target)))]));
            part.Workbook = new(new Sheets(new Sheet { Name = "Sheet1", SheetId = 1, Id = "rId1" }));
        }

        return new(file.ToArray());
    }

    private static Row RowOf(int at, params Cell?[] cells) => new(cells.OfType<Cell>()) { RowIndex = (uint)at };

    private static Cell Words(string at, string text) => new() { CellReference = at, DataType = CellValues.InlineString, InlineString = new(new Text(text)) };

    private static Cell? Number(string at, decimal? value) => value is { } number ? new() { CellReference = at, CellValue = new(number) } : null;
}
