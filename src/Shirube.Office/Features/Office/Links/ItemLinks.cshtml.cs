using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Plans;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

/// <summary>Links an item with items of other plans and with goals of the SDGs, whatever edition it is looked at in.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class ItemLinksPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    [BindProperty]
    public LinkForm Link { get; set; } = new();

    [BindProperty]
    public GoalForm Goal { get; set; } = new();

    public WorkingTree Working { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public Linkage Linked { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPostLink() => Change(async place =>
    {
        var other = (await PlanPlaces.Read(db)).Find(new(Link.Other ?? "")) is { } found ? LinkedTrees.Of(found) : throw new RefusalException(Refusals.ItemUnknown);
        db.Add(ItemLink.Between(place, other, Link.Note?.ReplaceLineEndings("\n"), [place, other], await LinksOf(place).ToListAsync()));
    });

    public Task<IActionResult> OnPostUnlink(Guid link) => Change(async place =>
        db.Remove(await LinksOf(place).SingleOrDefaultAsync(l => l.Id == ItemLinkId.From(link)) ?? throw new RefusalException(Refusals.LinkUnknown)));

    public Task<IActionResult> OnPostGoal() => Change(async place =>
        db.Add(GoalLink.Of(place, Goal.Words(), [place], await db.GoalLinks.Where(l => l.PlanId == place.Plan && l.ItemKey == place.Item).ToListAsync())));

    public async Task<IActionResult> ShowAgain()
    {
        if (await Find() is not { } place)
            return NotFound();
        Linked = await Linkage.OfItem(db, place);
        var linked = Linked.Items.Select(i => i.Item.Value).ToHashSet();
        Others = [.. (await PlanPlaces.Read(db)).Choices().Where(c => c.Group?.Name != Working.Plan.Name && !linked.Contains(c.Value))];
        return Page();
    }

    private async Task<IActionResult> Change(Func<ItemPlace, Task> change)
    {
        if (await Find() is not { } place)
            return NotFound();
        // why: nobody links the same two between the question whether they are linked and the save.
        await using var write = await db.BeginWriteAsync();
        await change(place);
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}/links{Working.Kept}");
    }

    private async Task<ItemPlace?> Find()
    {
        if (await WorkingTree.Read(db, Plan, Edition) is not { } working || working.Find(Item) is not { } item)
            return null;
        (Working, There) = (working, item);
        return new(working.Plan.Id, item.Key);
    }

    private IQueryable<ItemLink> LinksOf(ItemPlace place) =>
        db.ItemLinks.Where(l => (l.PlanId == place.Plan && l.ItemKey == place.Item) || (l.OtherPlanId == place.Plan && l.OtherItemKey == place.Item));
}
