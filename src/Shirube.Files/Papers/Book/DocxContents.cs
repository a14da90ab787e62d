using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>目次: a field that Word makes anew, filled in so that it can be read before it does.</summary>
internal static class DocxContents
{
    public static IEnumerable<OpenXmlElement> Of(BookPaper paper)
    {
        var lines = paper.Contents.Select(Line).ToList();
        if (lines.Count == 0)
            return [];
        lines[0].InsertAfter(Begin(paper.ContentsDepth), lines[0].ParagraphProperties);
        lines[^1].Append(new Run(DocxText.Mark(FieldCharValues.End)));
        return [new SdtBlock(new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
            new SdtContentBlock([DocxText.Styled("目次", BookStyles.ContentsHeading), .. lines]))];
    }

    /// <summary>The name of the bookmark around a heading.</summary>
    public static string MarkOf(BookHeading heading) => $"_Toc{heading.Anchor}";

    private static Run Begin(int depth) =>
        new(DocxText.Mark(FieldCharValues.Begin), new FieldCode($" TOC \\o \"1-{depth}\" \\h \\z ") { Space = SpaceProcessingModeValues.Preserve }, DocxText.Mark(FieldCharValues.Separate));

    private static Paragraph Line(BookHeading heading) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Contents(heading.Level) }),
            new Hyperlink(DocxText.Run(heading.Text), new Run(new TabChar()), DocxText.Field($"PAGEREF {MarkOf(heading)} \\h", "")) { Anchor = MarkOf(heading), History = true });
}
