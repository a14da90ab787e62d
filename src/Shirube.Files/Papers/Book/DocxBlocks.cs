using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>The blocks of a paper as the elements of a Word file.</summary>
internal sealed class DocxBlocks(MainDocumentPart main, DocxLists lists, int width)
{
    private readonly DocxCharts charts = new(main);
    private readonly DocxPictures pictures = new(main);
    private readonly Dictionary<string, string> links = [];
    private int marks;

    /// <summary>How far the blocks that are being written are set in.</summary>
    private sealed record Place(int Depth, bool IsQuote)
    {
        public static readonly Place Top = new(0, false);
    }

    public IEnumerable<OpenXmlElement> Of(IEnumerable<BookBlock> blocks) => blocks.SelectMany(b => Of(b, Place.Top));

    private IEnumerable<OpenXmlElement> Of(BookBlock block, Place at) => block switch
    {
        BookHeading heading => [HeadingOf(heading)],
        BookSubheading heading => [new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Subheading }, new OutlineLevel { Val = Math.Clamp(heading.Level, 1, BookStyles.DeepestHeading) - 1 }), .. Runs(heading.Runs)])],
        BookText text => [TextOf(text, at)],
        BookList list => ListOf(list, at),
        BookQuote quote => quote.Blocks.SelectMany(b => Of(b, at with { IsQuote = true })),
        BookRule => [new Paragraph(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "808080" })))],
        // why: two tables without a paragraph between them become one.
        BookTable table => [DocxTable.Of(table, width, Runs), new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Cell }))],
        BookChart chart => [charts.Of(chart)],
        BookFigure figure => pictures.Of(figure),
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no form in Word."),
    };

    private Paragraph HeadingOf(BookHeading heading)
    {
        var id = $"{++marks}";
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Heading(heading.Level) });
        if (heading.StartsPage != (heading.Level == 1))
            properties.Append(new PageBreakBefore { Val = heading.StartsPage });
        return new(properties, new BookmarkStart { Id = id, Name = DocxContents.MarkOf(heading) }, DocxText.Run(heading.Text), new BookmarkEnd { Id = id });
    }

    private Paragraph TextOf(BookText text, Place at)
    {
        var properties = new ParagraphProperties();
        var style = text.Kind switch { BookTextKind.Lead => BookStyles.Lead, BookTextKind.Note => BookStyles.Note, BookTextKind.Caption => BookStyles.Caption, BookTextKind.Code => BookStyles.Code, _ => at.IsQuote ? BookStyles.Quote : null };
        if (style is not null)
            properties.Append(new ParagraphStyleId { Val = style });
        if (at.Depth > 0)
            properties.Append(new Indentation { Left = $"{DocxLists.Step * at.Depth}" });
        return new([properties, .. Runs(text.Runs)]);
    }

    private IEnumerable<OpenXmlElement> ListOf(BookList list, Place at)
    {
        var depth = Math.Min(at.Depth, DocxLists.Deepest);
        var id = lists.IdOf(list, depth);
        foreach (var item in list.Items)
        {
            var first = item is [BookText { Kind: BookTextKind.Body } text, ..] ? text : null;
            yield return new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Item }, new NumberingProperties(new NumberingLevelReference { Val = depth }, new NumberingId { Val = id })), .. Runs(first?.Runs ?? [])]);
            foreach (var below in item.Skip(first is null ? 0 : 1).SelectMany(b => Of(b, at with { Depth = at.Depth + 1 })))
                yield return below;
        }
    }

    private IEnumerable<OpenXmlElement> Runs(IReadOnlyList<BookRun> runs) => runs.Where(r => r.Text.Length > 0).Select(RunOf);

    private OpenXmlElement RunOf(BookRun run)
    {
        if (run.Link is not { } link || LinkId(link) is not { } id)
            return DocxText.Run(run.Text, Looks(run.Look, isLink: false));
        return new Hyperlink(DocxText.Run(run.Text, Looks(run.Look, isLink: true))) { Id = id, History = true };
    }

    // why: one relation for each address, however often it is named.
    private string? LinkId(string link)
    {
        if (links.TryGetValue(link, out var there))
            return there;
        return Uri.TryCreate(link, UriKind.Absolute, out var uri) ? links[link] = main.AddHyperlinkRelationship(new(uri.AbsoluteUri), isExternal: true).Id : null;
    }

    // why: in the order that the schema of run properties asks for.
    private static OpenXmlElement[] Looks(BookLook look, bool isLink)
    {
        var looks = new List<OpenXmlElement>();
        if (isLink)
            looks.Add(new RunStyle { Val = BookStyles.Link });
        if (look.HasFlag(BookLook.Code))
            looks.Add(new RunFonts { Ascii = "BIZ UDゴシック", HighAnsi = "BIZ UDゴシック", EastAsia = "BIZ UDゴシック" });
        if (look.HasFlag(BookLook.Strong))
            looks.Add(new Bold());
        if (look.HasFlag(BookLook.Emphasis))
            looks.Add(new Italic());
        if (look.HasFlag(BookLook.Struck))
            looks.Add(new Strike());
        if (look.HasFlag(BookLook.Inserted))
            looks.Add(new Underline { Val = UnderlineValues.Single });
        if ((look & (BookLook.Raised | BookLook.Lowered)) != BookLook.Plain)
            looks.Add(new VerticalTextAlignment { Val = look.HasFlag(BookLook.Raised) ? VerticalPositionValues.Superscript : VerticalPositionValues.Subscript });
        return [.. looks];
    }
}
