using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Shirube.Files.Papers;
using Shirube.Files.Pictures;
using Shirube.Office.Plans;

namespace Shirube.Office.Printing;

/// <summary>A long paper as a page for print: the same blocks as its Word file.</summary>
public sealed class BookHtml
{
    private const int DeepestTag = 6;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();

    private BookHtml()
    {
    }

    /// <summary>What stands within the page.</summary>
    /// <param name="pages">On which page each heading stands, by its anchor; where that is known.</param>
    public static IHtmlContent Of(BookPaper paper, IReadOnlyDictionary<string, int>? pages = null)
    {
        var written = new BookHtml();
        if (paper.HasCover)
        {
            written.Cover(paper);
            written.Contents(paper, pages);
        }
        else
            written.Head(paper);
        foreach (var block in paper.Blocks)
            written.Write(block);
        return new HtmlString(written.html.ToString());
    }

    private void Cover(BookPaper paper)
    {
        html.Append("<header class=\"book-cover\"><h1>").Append(Safe(paper.Title)).Append("</h1>");
        foreach (var line in paper.Cover)
            html.Append("<p>").Append(Safe(line)).Append("</p>");
        html.Append("</header>");
    }

    private void Head(BookPaper paper) =>
        html.Append("<header class=\"book-head\"><h1>").Append(Safe(paper.Title)).Append("</h1><p>").Append(Safe(string.Join('\u3000', paper.Cover))).Append("</p></header>");

    private void Contents(BookPaper paper, IReadOnlyDictionary<string, int>? pages)
    {
        html.Append("<nav class=\"book-contents\" aria-label=\"目次\"><p class=\"title\">目次</p><ul>");
        foreach (var heading in paper.Contents)
            html.Append($"<li class=\"level-{heading.Level}\"><a href=\"#{heading.Anchor}\">{Safe(heading.Text)}</a>{(pages?.TryGetValue(heading.Anchor, out var page) == true ? $"<span class=\"page\">{page}</span>" : "")}</li>");
        html.Append("</ul></nav>");
    }

    private void Write(BookBlock block)
    {
        switch (block)
        {
            case BookHeading heading:
                Heading(heading.Level, $" id=\"{heading.Anchor}\"{(heading.StartsPage == (heading.Level == 1) ? "" : heading.StartsPage ? " class=\"new-page\"" : " class=\"same-page\"")}", Safe(heading.Text));
                break;
            case BookSubheading heading:
                Heading(heading.Level, " class=\"book-sub\"", Runs(heading.Runs));
                break;
            case BookText { Kind: BookTextKind.Code } text:
                html.Append("<pre>").Append(Runs(text.Runs)).Append("</pre>");
                break;
            case BookText text:
                html.Append(text.Kind == BookTextKind.Body ? "<p>" : $"<p class=\"{text.Kind.ToString().ToLowerInvariant()}\">").Append(Runs(text.Runs)).Append("</p>");
                break;
            case BookList list:
                Write(list);
                break;
            case BookQuote quote:
                Within("blockquote", quote.Blocks);
                break;
            case BookRule:
                html.Append("<hr>");
                break;
            case BookTable table:
                html.Append(TableHtml.Of(table, Runs));
                break;
            case BookChart chart:
                html.Append(BookIndicators.Drawn(chart).Render());
                break;
            case BookFigure figure:
                html.Append($"<figure class=\"book-figure\"><img src=\"data:{PictureFile.MediaTypeOf(figure.Kind)};base64,{Convert.ToBase64String(figure.Content)}\" alt=\"{Safe(figure.Alt)}\" width=\"{figure.Width}\" height=\"{figure.Height}\"><figcaption>{Safe(figure.Caption)}{(figure.Source is { } source ? $"<span class=\"source\">資料: {Safe(source)}</span>" : "")}</figcaption></figure>");
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no form in print.");
        }
    }

    private void Write(BookList list)
    {
        html.Append(list.IsNumbered ? $"<ol start=\"{list.First}\">" : "<ul>");
        foreach (var item in list.Items)
            Within("li", item);
        html.Append(list.IsNumbered ? "</ol>" : "</ul>");
    }

    private void Within(string tag, IReadOnlyList<BookBlock> blocks)
    {
        html.Append($"<{tag}>");
        foreach (var block in blocks)
            Write(block);
        html.Append($"</{tag}>");
    }

    // why: h1 is the paper's title; HTML has no tag below h6, a deeper heading says its level itself.
    private void Heading(int level, string attributes, string words)
    {
        var tag = $"h{Math.Min(level + 1, DeepestTag)}";
        html.Append($"<{tag}{attributes}{(level + 1 > DeepestTag ? $" aria-level=\"{level + 1}\"" : "")}>").Append(words).Append($"</{tag}>");
    }

    internal static string Runs(IReadOnlyList<BookRun> runs) => string.Concat(runs.Select(RunOf));

    private static string RunOf(BookRun run)
    {
        var words = Safe(run.Text);
        foreach (var (look, tag) in new[] { (BookLook.Code, "code"), (BookLook.Strong, "strong"), (BookLook.Emphasis, "em"), (BookLook.Struck, "del"), (BookLook.Inserted, "ins"), (BookLook.Raised, "sup"), (BookLook.Lowered, "sub") })
            if (run.Look.HasFlag(look))
                words = $"<{tag}>{words}</{tag}>";
        return run.Link is { } link ? $"<a href=\"{Safe(link)}\" rel=\"noreferrer\">{words}</a>" : words;
    }

    // why: control characters have no place in HTML and would stop a browser's reading of the text at hand.
    internal static string Safe(string text) => Encoder.Encode(text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')) : text).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
