using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Office.Printing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>What a plan book would hold today, and the ways to get it.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class BookPage(OfficeDb db, SignedIn signedIn, IPagePrinter printer) : PageModel
{
    public PlanBook Book { get; private set; } = null!;
    public int Indicators => Book.Indicators.SelectMany(g => g).DistinctBy(i => i.Id).Count();
    public Refusal? WhyNotPrint => printer.WhyNotPrint();
    /// <summary>Items that should have a text and have none yet.</summary>
    public int WithoutText => Book.Working.Items.Count(i => i.Body is null && Book.Plan.Levels.Any(l => l.Id == i.LevelId && l.CarriesBody));
    public BookTotal Total => BookTotal.Of(Book.MainBelow(null));

    public string FileAddress(string format) => $"~/plans/{Book.Plan.Key}/book/{format}{Book.Working.Kept}";

    public async Task<IActionResult> OnGet(string plan, string? edition)
    {
        if (await PlanBook.Read(db, HttpContext.Municipality().Name, plan, edition, signedIn.Today) is not { } book)
            return NotFound();
        Book = book;
        return Page();
    }
}
