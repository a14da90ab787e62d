using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewItemPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Parent { get; set; }

    [BindProperty]
    public ItemForm Form { get; set; } = new();

    [BindProperty]
    public int Level { get; set; }

    public WorkingTree Working { get; private set; } = null!;
    public PlanItem? ParentItem => Working.Find(Parent);
    public IEnumerable<SelectListItem> Levels => Working.Plan.Levels.Where(l => Working.Tree().WhyNotAdd(l, ParentItem) is null).Select(l => new SelectListItem(l.Name, $"{l.Order}"));

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var result = await ShowAgain();
        if (Working?.Edition.WhyNotEdit() is { } refusal)
            ModelState.AddModelError("", refusal.ToString());
        return result;
    }

    public async Task<IActionResult> OnPost()
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working)
            return NotFound();
        var parent = working.Find(Parent);
        var level = working.Plan.Levels.FirstOrDefault(l => l.Order == Level) ?? throw new RefusalException(Refusals.ItemUnknown);
        var item = working.Tree().Add(level, parent, Form.Code, Form.Title ?? "");
        Form.Write(item);
        db.Add(item);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{item.Key}{working.Kept}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await WorkingTree.Read(db, Plan, Edition) is not { } working)
            return NotFound();
        Working = working;
        return Page();
    }
}
