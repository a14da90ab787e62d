using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Links;

namespace Shirube.Office.Features.Office;

/// <summary>What an item does for a goal of the SDGs: corrects or removes it.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class ItemGoalPage(OfficeDb db) : EditPage<GoalForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Goal { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } link)
            return NotFound();
        Db.Expect(link, Version);
        link.Say(Form.Words(), await Db.GoalLinks.AsNoTracking().Where(l => l.PlanId == link.PlanId && l.ItemKey == link.ItemKey).ToListAsync());
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}/links");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } link)
            return NotFound();
        Db.Expect(link, Version);
        Db.Remove(link);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}/links");
    }

    protected override async Task<Saved<GoalForm>?> Saved() => await Load() is { } link ? new(link.Version, GoalForm.Of(link), link.Id.Value) : null;

    protected override IReadOnlyList<FormField> FieldsOf(GoalForm form) => form.Fields();

    protected override async Task Offer() =>
        Name = await Db.PlanItems.Where(i => i.Key == new PublicKey(Item)).OrderByDescending(i => i.Id).Select(i => i.Code == null ? i.Title : i.Code + " " + i.Title).FirstOrDefaultAsync() ?? "項目";

    private Task<GoalLink?> Load() =>
        (from link in Db.GoalLinks where link.Key == new PublicKey(Goal) && link.ItemKey == new PublicKey(Item) && Db.Plans.Any(p => p.Id == link.PlanId && p.Key == new PublicKey(Plan)) select link).SingleOrDefaultAsync();
}
