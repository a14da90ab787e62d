using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Tables;

/// <summary>How a table of a workbook is laid out: widths of columns, looks of numbers, the printed page.</summary>
internal static class XlsxPage
{
    private const double Narrowest = 8;
    private const double Widest = 50;
    private const double WidestHead = 18;
    // why: so much goes on A4 lying down before letters get too small to read.
    private const double MostOnA4 = 190;

    /// <summary>As wide as the widest of its values, within bounds; a long heading breaks into lines.</summary>
    public static double Width(TableColumn column, IEnumerable<object?> values)
    {
        // why: the mark of the filter stands at the end of the heading.
        var head = Math.Min(CellSize.WidthOf(column.Title) + 3, WidestHead);
        var texts = values.Select(v => CellSize.WidthOf(Shown(column.Format, v).Split('\n').MaxBy(l => l.Length) ?? "")).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(head, texts + 2), Narrowest, Widest);
    }

    /// <summary>A whole number in a column of decimals is written as one: Excel would show "5.".</summary>
    public static ColumnFormat Format(ColumnFormat format, object? value) => format == ColumnFormat.Number && value is decimal number && number == decimal.Truncate(number) ? ColumnFormat.Whole : format;

    /// <summary>All columns on one page, on A3 where A4 is too small; as many pages below as it takes.</summary>
    public static PageSetup Setup(double width) => new() { Orientation = OrientationValues.Landscape, PaperSize = width > MostOnA4 ? 8u : 9u, FitToWidth = 1, FitToHeight = 0 };

    private static string Shown(ColumnFormat format, object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly => "2000-01-01",
        IFormattable number => number.ToString(format == ColumnFormat.Percent ? "0.00" : "#,##0.###", CultureInfo.InvariantCulture) + (format == ColumnFormat.Percent ? "%" : ""),
        _ => value.ToString() ?? "",
    };
}
