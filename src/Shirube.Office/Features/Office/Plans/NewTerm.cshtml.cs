using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewTermPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public TermForm Form { get; set; } = new();

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPost()
    {
        var term = Form.Explain();
        await db.DemandFree(term);
        db.Add(term);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/glossary#term-{term.Key}");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
