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
public sealed class EditOwnGoalPage(OfficeDb db) : EditPage<OwnGoalForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } goal)
            return NotFound();
        Db.Expect(goal, Version);
        goal.Describe(Form.Place, Form.Name ?? "", Form.Text, Form.Chosen);
        await Db.SaveChangesAsync();
        return LocalRedirect("~/sdgs");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } goal)
            return NotFound();
        Db.Expect(goal, Version);
        Db.Remove(goal);
        await Db.SaveChangesAsync();
        return LocalRedirect("~/sdgs");
    }

    protected override async Task<Saved<OwnGoalForm>?> Saved() => await Load() is { } goal ? new(goal.Version, OwnGoalForm.Of(goal), goal.Id.Value) : null;

    protected override async Task Offer() => Name = await Db.OwnGoals.Where(g => g.Key == new PublicKey(Key)).Select(g => g.Name).SingleAsync();

    protected override IReadOnlyList<FormField> FieldsOf(OwnGoalForm form) => form.Fields();

    private Task<OwnGoal?> Load() => Db.OwnGoals.Include(g => g.Relations).SingleOrDefaultAsync(g => g.Key == new PublicKey(Key));
}
