using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Links;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewOwnGoalPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public OwnGoalForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        Form.Order = $"{(await db.OwnGoals.MaxAsync(g => (int?)g.Order) ?? 0) + 1}";
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        db.Add(OwnGoal.Set(Form.Place, Form.Name ?? "", Form.Text, Form.Chosen));
        await db.SaveChangesAsync();
        return LocalRedirect("~/sdgs");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
