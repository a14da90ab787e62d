using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewMayoralTermPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public MayoralTermForm Form { get; set; } = new();

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPost()
    {
        db.Add(Form.New(await db.MayoralTerms.ToListAsync()));
        await db.SaveChangesAsync();
        return LocalRedirect("~/terms");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
