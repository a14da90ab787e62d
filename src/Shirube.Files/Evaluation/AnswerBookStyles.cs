using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Evaluation;

/// <summary>The looks of an answer book's cells, in the order of the style sheet.</summary>
internal enum AnswerBookLook : uint
{
    Plain,
    Title,
    Note,
    Section,
    Head,
    Label,
    Said,
    Figure,
    Text,
    Number,
    Link,
    /// <summary>A figure with decimals, all of them shown.</summary>
    Decimal,
}

internal static class AnswerBookStyles
{
    private const uint AsText = 49;
    private const uint Grouped = 3;

    public static void Write(WorkbookPart book) => book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
        new Fonts(Font(10), Font(14, bold: true), Font(10, bold: true), Font(10, link: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFD6E2F2"), Solid("FFF2F4F7"), Solid("FFFFFBE0")),
        new Borders(new Border(), new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), Look(1, 0, 0), Look(0, 0, 0), Look(2, 2, 0), Look(2, 3, 1), Look(0, 3, 1), Look(0, 0, 1, AsText), Number(0, isLocked: true, Grouped), Look(0, 4, 1, AsText, isLocked: false), Number(4, isLocked: false), Look(3, 0, 1), Number(0, isLocked: true)));

    private static CellFormat Look(uint font, uint fill, uint border, uint number = 0, bool isLocked = true) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = font != 1 && fill != 2 }, new Protection { Locked = isLocked })
        {
            FontId = font, FillId = fill, BorderId = border, NumberFormatId = number, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyNumberFormat = true, ApplyAlignment = true, ApplyProtection = true,
        };

    // why: general, so that a number typed is a number; its decimals stay as typed.
    private static CellFormat Number(uint fill, bool isLocked, uint format = 0) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Right, WrapText = true }, new Protection { Locked = isLocked })
        {
            FontId = 0, FillId = fill, BorderId = 1, NumberFormatId = format, ApplyFill = true, ApplyBorder = true, ApplyNumberFormat = true, ApplyAlignment = true, ApplyProtection = true,
        };

    private static Font Font(double size, bool bold = false, bool link = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (link)
            font.Append(new Underline());
        font.Append(new FontSize { Val = size });
        if (link)
            font.Append(new Color { Rgb = "FF0B4F9E" });
        font.Append(new FontName { Val = "Yu Gothic" });
        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };
}
