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

/// <summary>A plan book as a page for print: what its PDF is printed from.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class BookPrintPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public PlanBook Book { get; private set; } = null!;
    public BookPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string plan, string? edition)
    {
        if (await PlanBook.Read(db, HttpContext.Municipality().Name, plan, edition, signedIn.Today) is not { } book)
            return NotFound();
        (Book, Paper) = (book, PlanBookPaper.Of(book));
        return Page();
    }
}
