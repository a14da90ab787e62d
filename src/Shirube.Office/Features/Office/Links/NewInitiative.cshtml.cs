using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Links;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewInitiativePage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true), Display(Name = "計画")]
    public string? Plan { get; set; }

    [BindProperty]
    public InitiativeForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan ?? "")) ?? throw new RefusalException(Refusals.InitiativeWithoutPlan);
        var initiative = Initiative.Take(plan.Id, Form.Place, Form.Name ?? "", Form.Text);
        db.Add(initiative);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/initiatives/{initiative.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        Plans = [.. (await db.Plans.OrderByDescending(p => p.First).ThenBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Key, p.Name }).ToListAsync()).Select(p => new SelectListItem(p.Name, p.Key.Value))];
        return Page();
    }
}
