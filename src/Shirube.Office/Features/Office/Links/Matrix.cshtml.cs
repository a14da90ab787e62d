using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>Plan against plan.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class MatrixPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public const int Size = 50;
    /// <summary>More do not fit on a screen, nor into a page that opens at once.</summary>
    public const int MostColumns = 40;

    /// <summary>Among the other plans the 17 goals of the SDGs, which have a page of their own.</summary>
    public const string Goals = "sdgs";

    public (string Name, PublicKey Key) Plan { get; private set; }
    /// <summary>Null where there is no other plan.</summary>
    public PlansMatrix? Matrix { get; private set; }
    public int Shown { get; private set; } = 1;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public string FileAddress(string format) => $"~/plans/{Plan.Key}/matrix/{format}?with={Matrix!.Other.Key}&level={Matrix.Levels.Row}&column={Matrix.Levels.Column}";

    public static IEnumerable<SelectListItem> LevelsOf(Plan plan) => plan.Levels.OrderBy(l => l.Order).Select(l => new SelectListItem(l.Name, $"{l.Order}"));

    public async Task<IActionResult> OnGet(string plan, string? with, int? level, int? column, int p = 1)
    {
        var plans = await db.Plans.OrderBy(p => p.First).ThenBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Key, p.Name }).ToListAsync();
        if (plans.Find(p => p.Key.Value == plan) is not { } found)
            return NotFound();
        Plan = (found.Name, found.Key);
        if (with == Goals)
            return LocalRedirect($"~/plans/{found.Key}/sdgs");
        Others = [.. plans.Where(p => p.Key != found.Key).Select(p => new SelectListItem(p.Name, p.Key.Value)), new("SDGsの17の目標", Goals)];
        Matrix = await PlansMatrix.Read(db, plan, Blank.ToNull(with), level, column, signedIn.Today);
        Shown = Math.Clamp(p, 1, Math.Max(1, ((Matrix?.Rows.Count ?? 0) + Size - 1) / Size));
        return Matrix is null && with is not null ? NotFound() : Page();
    }
}
