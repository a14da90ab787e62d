using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditTermPage(OfficeDb db) : EditPage<TermForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } term)
            return NotFound();
        Db.Expect(term, Version);
        Form.Write(term);
        await Db.DemandFree(term);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/glossary#term-{Key}");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } term)
            return NotFound();
        Db.Expect(term, Version);
        Db.Remove(term);
        await Db.SaveChangesAsync();
        TempData["Saved"] = $"用語「{term.Name}」を削除しました。";
        return LocalRedirect("~/glossary");
    }

    protected override async Task<Saved<TermForm>?> Saved() => await Load() is { } term ? new(term.Version, TermForm.Of(term), term.Id.Value) : null;

    protected override async Task Offer() => Name = await Db.GlossaryTerms.Where(t => t.Key == new PublicKey(Key)).Select(t => t.Name).FirstOrDefaultAsync() ?? "";

    private Task<GlossaryTerm?> Load() => Db.GlossaryTerms.SingleOrDefaultAsync(t => t.Key == new PublicKey(Key));
}
