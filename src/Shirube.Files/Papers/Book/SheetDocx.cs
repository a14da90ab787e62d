using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>Writes a paper of one sheet as a Word file: the rows have the heights that fill the sheet.</summary>
public static class SheetDocx
{
    // why: twentieths of a point; A3 lying down with margins of 10 mm.
    private const uint PageWidth = 23811;
    private const uint PageHeight = 16838;
    private const int Margin = 567;

    public static void Write(Stream target, SheetPaper paper)
    {
        using var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        BookStyles.Write(main, (int)PageWidth - 2 * Margin);
        var runs = (IReadOnlyList<BookRun> texts) => texts.Where(t => t.Text.Length > 0).Select(t => (OpenXmlElement)DocxText.Run(t.Text));
        main.Document = new(new Body(
            Line(paper.Title, 400, 28, isBold: true), Line(paper.Remark, 260, 16, isBold: false),
            DocxTable.Of(paper.Table, (int)PageWidth - 2 * Margin, runs, (uint)(paper.RowPoints * 20), (int)Math.Round(paper.Points * 2)),
            // why: a file ends with a paragraph; this one must not begin a second sheet.
            Line("", 20, 2, isBold: false),
            new SectionProperties(new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape }, new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 200, Footer = 200, Gutter = 0 })));
        document.PackageProperties.Title = XmlText.Of(paper.Title);
        document.PackageProperties.Language = "ja-JP";
    }

    private static Paragraph Line(string text, int height, int halfPoints, bool isBold)
    {
        OpenXmlElement[] looks = isBold ? [new Bold(), new FontSize { Val = $"{halfPoints}" }] : [new FontSize { Val = $"{halfPoints}" }];
        return new(new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = $"{height}", LineRule = LineSpacingRuleValues.Exact }), DocxText.Run(text, looks));
    }
}
