using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewPartnerPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public PartnerForm Form { get; set; } = new();

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Form.Read(await PlanPlaces.Read(db), null, new FormErrors(ModelState)) is not { } words)
            return await ShowAgain();
        var activity = PartnerActivity.Record(words, words.Item is { } item ? [item] : []);
        activity.NoteInternally(Form.Contact);
        db.Add(activity);
        await db.SaveChangesAsync();
        return LocalRedirect("~/partners");
    }

    public async Task<IActionResult> ShowAgain()
    {
        ViewData["Items"] = (await PlanPlaces.Read(db)).Choices();
        return Page();
    }
}
