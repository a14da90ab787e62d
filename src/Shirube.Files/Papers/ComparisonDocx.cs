using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>Writes a 新旧対照表 as a Word file: A4 lying down, the heading repeated on every page, page numbers below.</summary>
public static class ComparisonDocx
{
    // why: twentieths of a point; A4 lying down with margins of 15 mm.
    private const uint PageWidth = 16838;
    private const uint PageHeight = 11906;
    private const int Margin = 851;
    private const int RemarkWidth = 1900;
    private const int SideWidth = ((int)PageWidth - 2 * Margin - RemarkWidth) / 2;
    private const int Indent = 220;

    public static void Write(Stream target, ComparisonPaper paper)
    {
        using var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        DocxStyles.Write(main);
        var footer = main.AddNewPart<FooterPart>("rIdFooter");
        footer.Footer = new(new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), Field("PAGE"), new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Field("NUMPAGES")));
        main.Document = new(new Body(
            [Styled(paper.Title, DocxStyles.Title), .. paper.Notes.Select(n => Styled(n, DocxStyles.Note)), TableOf(paper), new Paragraph(),
            new SectionProperties(new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" }, new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape }, new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 400, Footer = 400, Gutter = 0 })]));
        document.PackageProperties.Title = XmlText.Of(paper.Title);
        document.PackageProperties.Language = "ja-JP";
    }

    private static Table TableOf(ComparisonPaper paper)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = $"{SideWidth}" }, new GridColumn { Width = $"{SideWidth}" }, new GridColumn { Width = $"{RemarkWidth}" }),
            new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()), Heading($"新({paper.NewName})", SideWidth), Heading($"旧({paper.OldName})", SideWidth), Heading("変わったところと理由", RemarkWidth)));
        foreach (var row in paper.Rows)
            table.Append(new TableRow(Side(row.New, row.Depth), Side(row.Old, row.Depth), CellOf([.. row.Remark.Split('\n').Select(r => new Paragraph(new Run(TextOf(r))))], RemarkWidth)));
        return table;
    }

    private static TableCell Heading(string text, int width) =>
        new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new Shading { Val = ShadingPatternValues.Clear, Fill = "E8EEF7" }),
            new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Column }), new Run(TextOf(text))));

    private static TableCell Side(IReadOnlyList<PaperParagraph> paragraphs, int depth) => CellOf(paragraphs.Count == 0 ? [new Paragraph()] : paragraphs.Select(p => ParagraphOf(p, depth)), SideWidth);

    private static TableCell CellOf(IEnumerable<Paragraph> paragraphs, int width) => new([new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), .. paragraphs]);

    private static Paragraph ParagraphOf(PaperParagraph paragraph, int depth) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = paragraph.IsHeading ? DocxStyles.Item : DocxStyles.Text }, new Indentation { Left = $"{depth * Indent}" }), .. paragraph.Runs.Select(RunOf)]);

    private static Run RunOf(PaperRun run)
    {
        var written = new Run();
        if (run.IsMarked)
            written.Append(new RunProperties(new Underline { Val = UnderlineValues.Single }));
        foreach (var (line, i) in XmlText.Of(run.Text).Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0)
                written.Append(new Break());
            written.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return written;
    }

    private static Paragraph Styled(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(TextOf(text)));

    private static Text TextOf(string text) => new(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static Run Field(string code) => new(new FieldChar { FieldCharType = FieldCharValues.Begin }, new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }, new FieldChar { FieldCharType = FieldCharValues.Separate }, new Text("1"), new FieldChar { FieldCharType = FieldCharValues.End });

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "808080" };
}
