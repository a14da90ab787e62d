using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class MayoralTermPage(OfficeDb db) : EditPage<MayoralTermForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } term)
            return NotFound();
        Db.Expect(term, Version);
        Form.Write(term, await Db.MayoralTerms.AsNoTracking().Where(t => t.Id != term.Id).ToListAsync());
        await Db.SaveChangesAsync();
        return LocalRedirect("~/terms");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } term)
            return NotFound();
        Db.Expect(term, Version);
        Db.Remove(term);
        await Db.SaveChangesAsync();
        return LocalRedirect("~/terms");
    }

    protected override async Task<Saved<MayoralTermForm>?> Saved() => await Load() is { } term ? new(term.Version, MayoralTermForm.Of(term), Id) : null;

    private Task<MayoralTerm?> Load() => Db.MayoralTerms.AsTracking().SingleOrDefaultAsync(t => t.Id == MayoralTermId.From(Id));
}
