using System.Globalization;
using Shirube.Files.Papers;

namespace Shirube.Office.Printing;

/// <summary>Whole pages for the printer: everything within, or beside them as files of this installation; nothing else may be loaded.</summary>
public static class PrintPage
{
    /// <param name="webRoot">The folder of the built style sheet and fonts.</param>
    public static string OfBook(BookPaper paper, string webRoot, IReadOnlyDictionary<string, int>? pages = null) =>
        Whole(paper.Title, webRoot, BookStyle(paper), $"<main class=\"book{(paper.IsDense ? " book-dense" : "")}\">{BookHtml.Of(paper, pages)}</main>");

    /// <param name="webRoot">The folder of the built style sheet and fonts.</param>
    public static string OfSheet(SheetPaper paper, string webRoot) =>
        Whole(paper.Title, webRoot, string.Create(CultureInfo.InvariantCulture, $"@page {{ size: A3 landscape; margin: 10mm; @bottom-center {{ content: none; }} }}\n.sheet table {{ font-size: {paper.Points}pt; }}\n.sheet tr {{ height: {paper.RowPoints:0.##}pt; }}"),
            $"<main class=\"sheet\"><h1>{BookHtml.Safe(paper.Title)}</h1><p class=\"said\">{BookHtml.Safe(paper.Remark)}</p>{TableHtml.Of(paper.Table, BookHtml.Runs)}</main>");

    // why: a cover has neither head nor foot, which the style sheet says of every first page.
    private static string BookStyle(BookPaper paper)
    {
        var head = $"@top-right {{ content: {Quoted(paper.Running)}; font: 8.5pt \"BIZ UDPGothic\", sans-serif; }}";
        return $"@page {{ {(paper.IsLandscape ? "size: A4 landscape; " : "")}{head} }}\n@page :first {{ {(paper.HasCover ? "@top-right { content: none; }" : $"{head} @bottom-center {{ content: counter(page) \" / \" counter(pages); }}")} }}";
    }

    private static string Whole(string title, string webRoot, string style, string body) => $"""
        <!doctype html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src file: 'unsafe-inline'; font-src file:; img-src data:">
        <title>{BookHtml.Safe(title)}</title>
        <link rel="stylesheet" href="{new Uri(Path.Combine(webRoot, "build", "book.css")).AbsoluteUri}">
        <style>{style}</style>
        </head>
        <body>{body}</body>
        </html>
        """;

    // why: a text inside a style sheet, itself inside HTML: whatever could end either is written as its number.
    private static string Quoted(string text) => $"\"{string.Concat(text.EnumerateRunes().Select(r => r.Value < 0x20 || r.Value is '"' or '\\' or '<' or '>' or '&' or 0x7F ? $"\\{r.Value:x} " : r.ToString()))}\"";
}
