using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Files.Papers;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Office.Printing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>A plan book as a Word file or a PDF.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class BookFilePage(OfficeDb db, SignedIn signedIn, IPagePrinter printer, IWebHostEnvironment environment) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    public async Task<IActionResult> OnGet(string format, string? edition)
    {
        if (format is not ("docx" or "pdf") || await PlanBook.Read(db, HttpContext.Municipality().Name, Plan, edition, signedIn.Today) is not { } book)
            return NotFound();
        var paper = PlanBookPaper.Of(book);
        var name = $"{paper.Title}-{signedIn.Today:yyyyMMdd}.{format}";
        if (format == "pdf")
            return File(await BookPdf.Of(paper, printer, environment.WebRootPath, HttpContext.RequestAborted), "application/pdf", name);
        var file = new MemoryStream();
        BookDocx.Write(file, paper);
        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name);
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
