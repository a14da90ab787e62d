using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class MoveItemPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public int Place { get; set; } = 1;

    public WorkingTree Working { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public Refusal? WhyNotRemove { get; private set; }
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var result = await ShowAgain();
        if (There is not null)
            (Parent, Place) = (Working.ParentOf(There)?.Key.Value, There.Order);
        return result;
    }

    public async Task<IActionResult> OnPost()
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        var parent = Blank.ToNull(Parent) is null ? null : working.Find(Parent) ?? throw new RefusalException(Refusals.ItemUnknown);
        working.Tree().Move(item, parent, Place);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}{working.Kept}");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        var (projects, indicators, links, lineages) = await ItemUses.Count(db, working, item);
        working.Tree().Remove(item, projects, indicators, links, lineages);
        db.Remove(item);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}{working.Kept}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await WorkingTree.Read(db, Plan, Edition) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        (Working, There) = (working, item);
        var tree = working.Tree();
        var (projects, indicators, links, lineages) = await ItemUses.Count(db, working, item);
        WhyNotRemove = tree.WhyNotRemove(item, projects, indicators, links, lineages);
        Parents = [.. InOrder(tree, null, 0).Where(p => tree.WhyNotMove(item, p.Item) is null).Select(p => new SelectListItem(new string('\u3000', p.Depth) + WorkingTree.NameOf(p.Item), p.Item.Key.Value))];
        if (tree.WhyNotMove(item, null) is null)
            Parents = [new("(いちばん上)", ""), .. Parents];
        return Page();
    }

    private static IEnumerable<(PlanItem Item, int Depth)> InOrder(PlanTree tree, PlanItemId? parent, int depth) =>
        tree.ChildrenOf(parent).SelectMany(i => InOrder(tree, i.Id, depth + 1).Prepend((i, depth)));
}
