using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Tables;

/// <summary>The looks of cells: every format as a row, as a group and as a total, then headings and long texts.</summary>
internal static class XlsxStyles
{
    private static readonly int Formats = Enum.GetValues<ColumnFormat>().Length;

    public static uint Head => (uint)(Formats * 3);

    public static uint Wrapped => Head + 1;

    public static uint Of(ColumnFormat format, RowKind kind) => (uint)((int)kind * Formats + (int)format);

    public static void Write(WorkbookPart book)
    {
        var styles = book.AddNewPart<WorkbookStylesPart>("rIdStyles");
        styles.Stylesheet = new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0;[Red]-#,##0" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "#,##0.###" }, new NumberingFormat { NumberFormatId = 166, FormatCode = "yyyy-mm-dd" }),
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Yu Gothic" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Yu Gothic" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFE8EEF7"), Solid("FFF0F9FF")),
            new Borders(new Border(), new Border(new LeftBorder(), new RightBorder(), new TopBorder { Style = BorderStyleValues.Medium }, new BottomBorder(), new DiagonalBorder()),
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FFB4BFCC" }) { Style = BorderStyleValues.Hair }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats([.. Enum.GetValues<RowKind>().SelectMany(k => Enum.GetValues<ColumnFormat>().Select(f => Look(f, k))),
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { ApplyAlignment = true }]));
    }

    private static CellFormat Look(ColumnFormat format, RowKind kind) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = format == ColumnFormat.Text })
    {
        NumberFormatId = format switch { ColumnFormat.Text => 49, ColumnFormat.Whole => 164, ColumnFormat.Number => 165, ColumnFormat.Percent => 10, _ => 166 },
        FontId = kind == RowKind.Row ? 0u : 1u,
        FillId = kind == RowKind.Group ? 3u : 0u,
        BorderId = kind == RowKind.Total ? 1u : 2u,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });
}
