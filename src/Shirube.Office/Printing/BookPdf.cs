using Shirube.Files.Papers;

namespace Shirube.Office.Printing;

/// <summary>Prints a long paper twice: the first time to learn on which page each heading stands, the second with these numbers in the contents.</summary>
public static class BookPdf
{
    /// <param name="webRoot">The folder of the built style sheet and fonts.</param>
    public static async Task<byte[]> Of(BookPaper paper, IPagePrinter printer, string webRoot, CancellationToken stop = default)
    {
        var first = await printer.Print(PrintPage.OfBook(paper, webRoot), stop);
        var pages = PdfPages.Of(first);
        return pages.Count == 0 ? first : await printer.Print(PrintPage.OfBook(paper, webRoot, pages), stop);
    }
}
