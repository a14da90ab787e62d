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

/// <summary>How two items of two plans belong together: corrects or removes it, from either end.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class ItemLinkNotePage(OfficeDb db) : EditPage<LinkNoteForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Joint { get; set; } = "";

    public string Name { get; private set; } = "";
    public string Other { get; private set; } = "";
    public string OtherPlan { get; private set; } = "";

    public Task<IActionResult> OnPost() => Change(link => link.Say(Form.Note?.ReplaceLineEndings("\n")));

    public Task<IActionResult> OnPostRemove() => Change(link => Db.Remove(link));

    protected override async Task<Saved<LinkNoteForm>?> Saved() => await Load() is { } link ? new(link.Version, new() { Note = link.Note }, link.Id.Value) : null;

    protected override async Task Offer()
    {
        if (await Load() is not { } link)
            return;
        var other = link.ItemKey == new PublicKey(Item) ? link.Other : link.One;
        (Name, Other) = (await NameOf(new(Item)), await NameOf(other.Item));
        OtherPlan = await Db.Plans.Where(p => p.Id == other.Plan).Select(p => p.Name).SingleAsync();
    }

    private async Task<string> NameOf(PublicKey item) =>
        await Db.PlanItems.Where(i => i.Key == item).OrderByDescending(i => i.Id).Select(i => i.Code == null ? i.Title : i.Code + " " + i.Title).FirstOrDefaultAsync() ?? "項目";

    private async Task<IActionResult> Change(Action<ItemLink> change)
    {
        if (await Load() is not { } link)
            return NotFound();
        Db.Expect(link, Version);
        change(link);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}/links");
    }

    private async Task<ItemLink?> Load()
    {
        var (id, plan, item) = (ItemLinkId.From(Guid.TryParse(Joint, out var joint) ? joint : default), new PublicKey(Plan), new PublicKey(Item));
        return await (from link in Db.ItemLinks
                      where link.Id == id && ((link.ItemKey == item && Db.Plans.Any(p => p.Id == link.PlanId && p.Key == plan)) || (link.OtherItemKey == item && Db.Plans.Any(p => p.Id == link.OtherPlanId && p.Key == plan)))
                      select link).SingleOrDefaultAsync();
    }
}
