using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Tables;

namespace Shirube.Files.Papers;

/// <summary>Writes a 新旧対照表 as a workbook: a sheet that prints on A4 lying down, changed words underlined within their cells.</summary>
public static class ComparisonXlsx
{
    private const int LongestCell = 32_767;
    private const double SideWidth = 56;
    private const double RemarkWidth = 26;
    private const string GoesOn = "…(続きは画面かWordで)";

    private enum Look : uint
    {
        Plain,
        Title,
        Note,
        Head,
        Cell,
    }

    public static void Write(Stream target, ComparisonPaper paper)
    {
        using var book = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var part = book.AddWorkbookPart();
        Styles(part);
        var sheet = part.AddNewPart<WorksheetPart>("rId1");
        var head = paper.Notes.Count + 2;
        sheet.Worksheet = new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = head, TopLeftCell = $"A{head + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = true }),
            new Columns(new Column { Min = 1, Max = 2, Width = SideWidth, CustomWidth = true }, new Column { Min = 3, Max = 3, Width = RemarkWidth, CustomWidth = true }),
            new SheetData([Line(1, Look.Title, paper.Title), .. paper.Notes.Select((n, i) => Line(i + 2, Look.Note, n)), Line(head, Look.Head, $"新({paper.NewName})", $"旧({paper.OldName})", "変わったところと理由"), .. paper.Rows.Select((r, i) => RowOf(head + 1 + i, r))]),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C&P / &N")));
        part.Workbook = new(
            new Sheets(new Sheet { Name = "新旧対照表", SheetId = 1, Id = "rId1" }),
            new DefinedNames(new DefinedName($"'新旧対照表'!${head}:${head}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private static Row Line(int at, Look look, params string[] texts) =>
        new(texts.Select((t, i) => new Cell { CellReference = $"{(char)('A' + i)}{at}", StyleIndex = (uint)look, DataType = CellValues.InlineString, InlineString = new(new Text(XmlText.Of(t)) { Space = SpaceProcessingModeValues.Preserve }) })) { RowIndex = (uint)at, Height = look is Look.Title or Look.Head ? 24 : null, CustomHeight = look is Look.Title or Look.Head ? true : null };

    private static Row RowOf(int at, ComparisonPaperRow row) =>
        new(Side($"A{at}", row.New, row.Depth), Side($"B{at}", row.Old, row.Depth), new Cell { CellReference = $"C{at}", StyleIndex = (uint)Look.Cell, DataType = CellValues.InlineString, InlineString = new(new Text(XmlText.Of(row.Remark))) })
        {
            RowIndex = (uint)at,
            Height = CellSize.Height(new[] { LinesOf(row.New, row.Depth), LinesOf(row.Old, row.Depth), CellSize.Lines(row.Remark, RemarkWidth) }.Max(), points: 10),
            CustomHeight = true,
        };

    private static int LinesOf(IReadOnlyList<PaperParagraph> paragraphs, int depth) =>
        paragraphs.Sum(p => CellSize.Lines(new string('\u3000', depth) + string.Concat(p.Runs.Select(r => r.Text)), SideWidth));

    private static Cell Side(string at, IReadOnlyList<PaperParagraph> paragraphs, int depth)
    {
        var runs = new List<Run>();
        var left = LongestCell - GoesOn.Length;
        foreach (var (paragraph, i) in paragraphs.Select((p, i) => (p, i)))
        {
            var before = (i > 0 ? "\n" : "") + new string('\u3000', depth);
            if (before.Length > 0)
                runs.Add(RunOf(new(before, false), isBold: false, ref left));
            runs.AddRange(paragraph.Runs.Select(r => RunOf(r, paragraph.IsHeading, ref left)));
        }

        if (left <= 0)
            runs.Add(new(new Text(GoesOn)));
        return new() { CellReference = at, StyleIndex = (uint)Look.Cell, DataType = CellValues.InlineString, InlineString = runs.Count == 0 ? new(new Text("")) : new(runs) };
    }

    private static Run RunOf(PaperRun run, bool isBold, ref int left)
    {
        var text = XmlText.Of(run.Text);
        text = text[..Math.Clamp(left, 0, text.Length)];
        left -= run.Text.Length;
        var look = new RunProperties();
        if (isBold)
            look.Append(new Bold());
        if (run.IsMarked)
            look.Append(new Underline());
        look.Append(new FontSize { Val = 10 }, new RunFont { Val = "Yu Gothic" });
        return new(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static void Styles(WorkbookPart book)
    {
        var part = book.AddNewPart<WorkbookStylesPart>("rIdStyles");
        part.Stylesheet = new(
            new Fonts(Font(10), Font(14, bold: true), Font(9), Font(10, bold: true)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF7" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { FontId = 2, ApplyFont = true },
                new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center, WrapText = true }) { FontId = 3, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { BorderId = 1, NumberFormatId = 49, ApplyBorder = true, ApplyAlignment = true, ApplyNumberFormat = true }));
    }

    private static Font Font(double size, bool bold = false) => bold ? new(new Bold(), new FontSize { Val = size }, new FontName { Val = "Yu Gothic" }) : new(new FontSize { Val = size }, new FontName { Val = "Yu Gothic" });

    private static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };
}
