using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Papers;
using Shirube.Files.Tables;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Evaluation;

/// <summary>Cells of an answer book.</summary>
internal static partial class BookText
{
    public static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(int column, int row, object? value, AnswerBookLook look)
    {
        var cell = new DocumentFormat.OpenXml.Spreadsheet.Cell { CellReference = $"{ColumnName.Of(column)}{row}", StyleIndex = (uint)look };
        if (value is string text)
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new Text(Escaped(ExcelText.Of(text))) { Space = SpaceProcessingModeValues.Preserve }));
        else if (value is not null)
            cell.CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        return cell;
    }

    /// <summary>A row as high as its longest text needs.</summary>
    public static Row Row(int at, IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Cell> cells, IEnumerable<(object? Value, double Width)> texts, int least = 1) =>
        new(cells) { RowIndex = (uint)at, Height = CellSize.Height(Math.Max(least, texts.Select(t => t.Value is string text ? CellSize.Lines(text, t.Width) : 1).DefaultIfEmpty(1).Max()), points: 10), CustomHeight = true };

    // why: readers take _x0041_ for an escape, which it is not where a person typed it.
    private static string Escaped(string text) => Escape().Replace(text, "_x005F_$1");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)()")]
    private static partial Regex Escape();
}
