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

/// <summary>Merges an item into another of its level.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class MergeItemPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public WorkingTree Working { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var result = await ShowAgain();
        Version = There?.Version ?? 0;
        return result;
    }

    public async Task<IActionResult> OnPost()
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        var into = working.Find(Into) ?? throw new RefusalException(Refusals.ItemUnknown);
        db.Expect(item, Version);
        working.Tree().Merge(item, into);
        await ItemUses.Merge(db, working, item, into, Reason?.ReplaceLineEndings("\n"));
        db.Remove(item);
        db.Change = db.Change with { Why = $"「{item.Title}」を「{into.Title}」に統合する" };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{into.Key}{working.Kept}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await WorkingTree.Read(db, Plan, Edition) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        (Working, There) = (working, item);
        Others = [.. working.InOrder().Where(i => i.Item.LevelId == item.LevelId && i.Item.Id != item.Id).Select(i => new SelectListItem(WorkingTree.NameOf(i.Item), i.Item.Key.Value))];
        return Page();
    }
}
