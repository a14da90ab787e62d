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

/// <summary>体系図: the tree of a plan as one table, and the ways to get it as one sheet.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ChartPage(OfficeDb db, SignedIn signedIn, IPagePrinter printer) : PageModel
{
    private const int SmallestPoints = 4;
    private const int LargestPoints = 15;
    // why: the browser's own print has the heading of the page above the table and the foot below.
    private const double PrintedHeight = 640;

    public PlanBook Book { get; private set; } = null!;
    /// <summary>What the screen shows: as deep as asked, however small a sheet's letters would be.</summary>
    public TreeRows Tree { get; private set; } = null!;
    /// <summary>What the files hold.</summary>
    public PlanChart Chart { get; private set; } = null!;
    public Refusal? WhyNotPrint => printer.WhyNotPrint();
    public bool PrintsOnOneSheet => ChartFit.InOneBlock(Tree, PrintedHeight) >= SmallestPoints;
    public int PrintedPoints => Math.Clamp((int)ChartFit.InOneBlock(Tree, PrintedHeight), SmallestPoints, LargestPoints);

    public string Address(string? format, int? level) => $"~/plans/{Book.Plan.Key}/chart{(format is null ? "" : $"/{format}")}{Book.Working.Kept}{(Book.Working.Kept.Length > 0 ? "&" : "?")}level={level ?? Tree.Levels.Count}";

    public async Task<IActionResult> OnGet(string plan, string? edition, int? level)
    {
        if (await PlanBook.Read(db, HttpContext.Municipality().Name, plan, edition, signedIn.Today) is not { } book)
            return NotFound();
        (Book, Chart) = (book, PlanChart.Of(book, level));
        Tree = TreeRows.Of(book, Chart.Asked);
        return Page();
    }
}
