using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>A plan against the 17 goals of the SDGs.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class GoalMatrixPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public GoalsMatrix Matrix { get; private set; } = null!;
    public int Shown { get; private set; } = 1;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public string FileAddress(string format) => $"~/plans/{Matrix.Plan.Key}/sdgs/{format}?level={Matrix.Level}";

    public async Task<IActionResult> OnGet(string plan, int? level, int p = 1)
    {
        if (await GoalsMatrix.Read(db, plan, level, signedIn.Today) is not { } matrix)
            return NotFound();
        Matrix = matrix;
        Others = [.. await db.Plans.Where(o => o.Id != matrix.Plan.Id).OrderBy(o => o.First).ThenBy(o => o.Name).ThenBy(o => o.Id).Select(o => new SelectListItem(o.Name, o.Key.Value)).ToListAsync()];
        Shown = Math.Clamp(p, 1, Math.Max(1, (matrix.Rows.Count + MatrixPage.Size - 1) / MatrixPage.Size));
        return Page();
    }
}
