using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Files.Papers;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>A 新旧対照表 as a Word file or a workbook.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class CompareFilePage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public async Task<IActionResult> OnGet(string plan, string format, string? from, string? with, bool all)
    {
        if (format is not ("docx" or "xlsx") || await EditionComparison.Read(db, plan, from, with) is not { } comparison)
            return NotFound();
        var paper = EditionPaper.Of(comparison, all, signedIn.Today);
        var file = new MemoryStream();
        if (format == "docx")
            ComparisonDocx.Write(file, paper);
        else
            ComparisonXlsx.Write(file, paper);
        file.Position = 0;
        var type = format == "docx" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return File(file, type, $"{paper.Title}-{signedIn.Today:yyyyMMdd}.{format}");
    }
}
