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

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditInitiativePage(OfficeDb db) : EditPage<InitiativeForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } initiative)
            return NotFound();
        Db.Expect(initiative, Version);
        initiative.Describe(Form.Place, Form.Name ?? "", Form.Text);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/initiatives/{Key}");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } initiative)
            return NotFound();
        Db.Expect(initiative, Version);
        Db.Remove(initiative);
        await Db.SaveChangesAsync();
        return LocalRedirect("~/initiatives");
    }

    protected override async Task<Saved<InitiativeForm>?> Saved() => await Load() is { } initiative ? new(initiative.Version, InitiativeForm.Of(initiative), initiative.Id.Value) : null;

    protected override async Task Offer() => Name = await Db.Initiatives.Where(i => i.Key == new PublicKey(Key)).Select(i => i.Name).SingleAsync();

    private Task<Initiative?> Load() => Db.Initiatives.Include(i => i.Members).SingleOrDefaultAsync(i => i.Key == new PublicKey(Key));
}
