using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>目次: a line for each heading that leads to it, with a field for the page it stands on.</summary>
internal static class DocxContents
{
    // why: no field for the contents as a whole. Within one, LibreOffice shows what was written into the file and asks nothing of the pages; without it both Word and LibreOffice fill the pages in when the file is opened.
    public static IEnumerable<OpenXmlElement> Of(BookPaper paper)
    {
        var lines = paper.Contents.Select(Line).ToList();
        return lines.Count == 0 ? [] : [DocxText.Styled("目次", BookStyles.ContentsHeading), .. lines];
    }

    /// <summary>The name of the bookmark around a heading.</summary>
    public static string MarkOf(BookHeading heading) => $"_Toc{heading.Anchor}";

    private static Paragraph Line(BookHeading heading) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Contents(heading.Level) }),
            new Hyperlink([DocxText.Run(heading.Text), new Run(new TabChar()), .. DocxText.Unfilled($"PAGEREF {MarkOf(heading)} \\h")]) { Anchor = MarkOf(heading), History = true });
}
