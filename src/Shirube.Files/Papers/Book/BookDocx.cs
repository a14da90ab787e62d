using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>Writes a long paper as a Word file: A4, real styles, a table of contents that is filled in already, page numbers, charts that can be edited.</summary>
public static class BookDocx
{
    // why: twentieths of a point; A4 with margins of 20 mm, 25 mm above.
    private const uint Short = 11906;
    private const uint Long = 16838;
    private const int Side = 1134;
    private const int Above = 1418;

    public static void Write(Stream target, BookPaper paper)
    {
        using var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var width = (int)(paper.IsLandscape ? Long : Short) - 2 * Side;
        BookStyles.Write(main, width);
        var lists = new DocxLists();
        var blocks = new DocxBlocks(main, lists, width);
        main.Document = new(new Body([.. paper.HasCover ? [.. Cover(paper), .. DocxContents.Of(paper)] : Head(paper), .. blocks.Of(paper.Blocks), Section(main, paper)]));
        lists.Write(main);
        // why: only a program that lays pages out knows on which page a heading stands; it is asked to fill that in.
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new(new UpdateFieldsOnOpen { Val = true }, new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }), new ThemeFontLanguages { Val = "ja-JP", EastAsia = "ja-JP" });
        document.PackageProperties.Title = XmlText.Of(paper.Title);
        document.PackageProperties.Creator = XmlText.Of(paper.Author);
        document.PackageProperties.Language = "ja-JP";
    }

    private static IEnumerable<OpenXmlElement> Cover(BookPaper paper) =>
    [
        DocxText.Styled(paper.Title, BookStyles.Title),
        .. paper.Cover.Select(line => DocxText.Styled(line, BookStyles.CoverLine)),
        DocxText.PageBreak(),
    ];

    private static IEnumerable<OpenXmlElement> Head(BookPaper paper) => [DocxText.Styled(paper.Title, BookStyles.LeafTitle), DocxText.Styled(string.Join("\u3000", paper.Cover), BookStyles.LeafLine)];

    private static SectionProperties Section(MainDocumentPart main, BookPaper paper)
    {
        var header = main.AddNewPart<HeaderPart>("rIdHeader");
        header.Header = new(DocxText.Styled(paper.Running, BookStyles.Header));
        var footer = main.AddNewPart<FooterPart>("rIdFooter");
        footer.Footer = new(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Footer }), DocxText.Field("PAGE"), new Run(DocxText.Of(" / ")), DocxText.Field("NUMPAGES")));
        var size = paper.IsLandscape ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long };
        var section = new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" }, new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" },
            size, new PageMargin { Top = Above, Bottom = Side, Left = Side, Right = Side, Header = 567, Footer = 567, Gutter = 0 });
        if (paper.HasCover)
            section.Append(new TitlePage());
        return section;
    }
}
