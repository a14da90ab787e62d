using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditPartnerPage(OfficeDb db) : EditPage<PartnerForm>(db)
{
    private PlanPlaces? places;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } activity)
            return NotFound();
        Db.Expect(activity, Version);
        if (Form.Read(places!, activity, Errors) is not { } words)
            return await ShowAgain();
        activity.Describe(words with { What = ProjectForm.Kept(words.What, activity.What) }, words.Item is { } item ? [item] : []);
        activity.NoteInternally(Form.Contact);
        await Db.SaveChangesAsync();
        return LocalRedirect("~/partners");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } activity)
            return NotFound();
        Db.Expect(activity, Version);
        Db.Remove(activity);
        await Db.SaveChangesAsync();
        return LocalRedirect("~/partners");
    }

    protected override async Task<Saved<PartnerForm>?> Saved() => await Load() is { } activity ? new(activity.Version, PartnerForm.Of(activity), activity.Id.Value) : null;

    protected override async Task Offer()
    {
        places ??= await PlanPlaces.Read(Db);
        ViewData["Items"] = places.Choices();
        Name = await Db.PartnerActivities.Where(a => a.Key == new PublicKey(Key)).Select(a => a.Who).SingleAsync();
    }

    protected override IReadOnlyList<FormField> FieldsOf(PartnerForm form) => form.Fields(places!);

    private async Task<PartnerActivity?> Load()
    {
        places ??= await PlanPlaces.Read(Db);
        return await Db.PartnerActivities.SingleOrDefaultAsync(a => a.Key == new PublicKey(Key));
    }
}
