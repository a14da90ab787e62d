using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Makes 基本構想, 基本計画 and 実施計画 in one step: all three or none.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewLayersPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public ThreeLayersForm Form { get; set; } = new();

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPost()
    {
        var layers = ThreeLayers.Of(Form);
        db.AddRange(layers.All);
        await db.SaveChangesAsync();
        TempData[SavedNote.Key] = "三つの計画をつくりました。";
        return LocalRedirect($"~/plans/{layers.Concept.Key}");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
