using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Links;

namespace Shirube.Office.Features.Office;

/// <summary>What the municipality calls its own set of goals; the first save makes it.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditOwnGoalSetPage(OfficeDb db) : EditPage<OwnGoalSetForm>(db)
{
    public async Task<IActionResult> OnPost()
    {
        if (await Load() is { } set)
        {
            Db.Expect(set, Version);
            set.Describe(Form.Name ?? "", Form.Text, Form.Source);
        }
        else
            Db.Add(OwnGoalSet.Adopt(Form.Name ?? "", Form.Text, Form.Source));
        await Db.SaveChangesAsync();
        return LocalRedirect("~/sdgs");
    }

    protected override async Task<Saved<OwnGoalSetForm>?> Saved() => await Load() is var set ? new(set?.Version ?? 0, OwnGoalSetForm.Of(set), set?.Id.Value ?? Guid.Empty) : null;

    private Task<OwnGoalSet?> Load() => Db.OwnGoalSets.OrderBy(s => s.Id).FirstOrDefaultAsync();
}
