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

/// <summary>A 体系図 of one sheet as a Word file, a workbook or a PDF.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ChartFilePage(OfficeDb db, SignedIn signedIn, IPagePrinter printer, IWebHostEnvironment environment) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    public async Task<IActionResult> OnGet(string format, string? edition, int? level)
    {
        if (format is not ("docx" or "pdf" or "xlsx") || await PlanBook.Read(db, HttpContext.Municipality().Name, Plan, edition, signedIn.Today) is not { } book)
            return NotFound();
        var sheet = PlanChart.Of(book, level).Sheet();
        var name = $"{sheet.Title}-{signedIn.Today:yyyyMMdd}.{format}";
        if (format == "pdf")
            return File(await printer.Print(PrintPage.OfSheet(sheet, environment.WebRootPath), HttpContext.RequestAborted), "application/pdf", name);
        var file = new MemoryStream();
        if (format == "docx")
            SheetDocx.Write(file, sheet);
        else
            SheetXlsx.Write(file, sheet);
        file.Position = 0;
        return File(file, format == "docx" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
