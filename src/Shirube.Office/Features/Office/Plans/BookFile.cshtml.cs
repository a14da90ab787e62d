using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Files.Papers;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>A plan book as a Word file.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class BookFilePage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public async Task<IActionResult> OnGet(string plan, string format, string? edition)
    {
        if (format is not "docx" || await PlanBook.Read(db, HttpContext.Municipality().Name, plan, edition, signedIn.Today) is not { } book)
            return NotFound();
        var paper = PlanBookPaper.Of(book);
        var file = new MemoryStream();
        BookDocx.Write(file, paper);
        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{paper.Title}-{signedIn.Today:yyyyMMdd}.{format}");
    }
}
