using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>A text of the plan as blocks of a paper: what pages show as HTML stands here as paragraphs, lists and tables.</summary>
internal sealed class BookMarkdown(IReadOnlyDictionary<PublicKey, BookFigure> figures)
{
    /// <param name="topHeading">At which level its own top headings stand.</param>
    public IEnumerable<BookBlock> Of(string? markdown, int topHeading)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return [];
        var document = MarkdownText.Parse(markdown);
        var top = document.Descendants<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min();
        return document.SelectMany(b => Of(b, topHeading - top));
    }

    private IEnumerable<BookBlock> Of(Block block, int shift) => block switch
    {
        HeadingBlock heading => [new BookSubheading(Math.Max(1, heading.Level + shift), Runs(heading.Inline))],
        ParagraphBlock paragraph => Of(paragraph),
        ListBlock list => [new BookList(list.IsOrdered, int.TryParse(list.OrderedStart, out var first) ? first : 1, [.. list.OfType<ListItemBlock>().Select(i => (IReadOnlyList<BookBlock>)[.. i.SelectMany(b => Of(b, shift))])])],
        QuoteBlock quote => [new BookQuote([.. quote.SelectMany(b => Of(b, shift))])],
        Table table => [TableOf(table)],
        CodeBlock code => [new BookText(code.Lines.ToString(), BookTextKind.Code)],
        ThematicBreakBlock => [new BookRule()],
        ContainerBlock container and not LinkReferenceDefinitionGroup => container.SelectMany(b => Of(b, shift)),
        _ => [],
    };

    // why: a picture cannot stand within a line of the papers; it follows the paragraph that names it.
    private IEnumerable<BookBlock> Of(ParagraphBlock paragraph)
    {
        var runs = Runs(paragraph.Inline);
        if (runs.Exists(r => r.Text.Length > 0))
            yield return new BookText(runs);
        foreach (var picture in paragraph.Inline!.Descendants<LinkInline>().Where(l => l.IsImage))
            yield return PlanFigure.KeyIn(picture.Url) is { } key && figures.TryGetValue(key, out var figure) ? figure : new BookText("(図が見つかりません)", BookTextKind.Note);
    }

    private static BookTable TableOf(Table table)
    {
        var columns = Math.Max(1, table.OfType<TableRow>().Max(r => r.Count));
        var rows = table.OfType<TableRow>().Select(r => new BookRow([.. Enumerable.Range(0, columns).Select(c => CellOf(table, r, c))], r.IsHeader)).ToList();
        return new([.. Enumerable.Range(0, columns).Select(c => Math.Clamp(rows.Max(r => r.Cells[c].Text.Length), 4, 30))], rows);
    }

    private static BookCell CellOf(Table table, TableRow row, int column)
    {
        var runs = column < row.Count ? ((TableCell)row[column]).OfType<LeafBlock>().SelectMany(b => Runs(b.Inline)).ToList() : [];
        var align = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
        return new(runs, row.IsHeader ? CellLook.Head : align switch { TableColumnAlign.Right => CellLook.Number, TableColumnAlign.Center => CellLook.Middle, _ => CellLook.Plain });
    }

    private static List<BookRun> Runs(ContainerInline? inlines)
    {
        var runs = new List<BookRun>();
        foreach (var run in Within(inlines, BookLook.Plain, null))
            if (runs.Count > 0 && (runs[^1].Look, runs[^1].Link) == (run.Look, run.Link))
                runs[^1] = runs[^1] with { Text = runs[^1].Text + run.Text };
            else
                runs.Add(run);
        return runs;
    }

    private static IEnumerable<BookRun> Within(ContainerInline? inlines, BookLook look, string? link) => (inlines ?? Enumerable.Empty<Inline>()).SelectMany(i => Read(i, look, link));

    private static IEnumerable<BookRun> Read(Inline inline, BookLook look, string? link) => inline switch
    {
        LiteralInline literal => [new(literal.Content.ToString(), look, link)],
        LineBreakInline => [new("\n", look, link)],
        CodeInline code => [new(code.Content, look | BookLook.Code, link)],
        HtmlEntityInline entity => [new(entity.Transcoded.ToString(), look, link)],
        AutolinkInline address => [new(address.Url, look, address.IsEmail ? $"mailto:{address.Url}" : address.Url)],
        LinkInline { IsImage: true } => [],
        LinkInline there => Within(there, look, IsAway(there.Url) ? there.Url : link),
        EmphasisInline emphasis => Within(emphasis, look | LookOf(emphasis), link),
        ContainerInline container => Within(container, look, link),
        _ => [],
    };

    // why: a link within the site leads nowhere from a paper.
    private static bool IsAway(string? url) => url is not null && (url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    private static BookLook LookOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('*' or '_', 1) => BookLook.Emphasis,
        ('*' or '_', _) => BookLook.Strong,
        ('~', 1) => BookLook.Lowered,
        ('~', _) => BookLook.Struck,
        ('^', _) => BookLook.Raised,
        ('+', _) => BookLook.Inserted,
        _ => BookLook.Strong,
    };
}
