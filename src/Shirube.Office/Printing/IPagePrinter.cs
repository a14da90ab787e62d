using Shirube.Domain.Common;

namespace Shirube.Office.Printing;

/// <summary>Prints a page of our own as a PDF: tagged, with an outline and its letters as text. A port: what prints is another program of the machine.</summary>
public interface IPagePrinter
{
    /// <summary>Why nothing can be printed here; null where it can.</summary>
    Refusal? WhyNotPrint();

    /// <param name="html">A whole page that needs nothing but files of this installation.</param>
    Task<byte[]> Print(string html, CancellationToken stop = default);
}
