using Shirube.Domain.Common;
using Shirube.Files.Papers;

namespace Shirube.Office.Printing;

/// <summary>Writes a long paper in the form that is asked for: Word, or PDF where the machine can print.</summary>
/// <param name="webRoot">The folder of the built style sheet and fonts.</param>
public sealed class PaperPress(IPagePrinter printer, string webRoot)
{
    public Refusal? WhyNotPrint => printer.WhyNotPrint();

    public static string MediaTypeOf(string format) => format switch
    {
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        _ => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    public async Task<byte[]> Make(BookPaper paper, string format, CancellationToken stop)
    {
        if (format == "pdf")
            return await BookPdf.Of(paper, printer, webRoot, stop);
        using var file = new MemoryStream();
        BookDocx.Write(file, paper);
        return file.ToArray();
    }
}
