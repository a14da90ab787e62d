using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditFormPage(OfficeDb db) : EditPage<FormForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } form)
            return NotFound();
        Db.Expect(form, Version);
        var spec = Form.Spec([]);
        form.Describe(spec.Name, spec.Target, spec.Use, spec.OnlyStatutory, spec.Stages);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluation-forms/{Key}");
    }

    protected override async Task<Saved<FormForm>?> Saved() => await Load() is { } form ? new(form.Version, FormForm.Of(form.Spec), form.Id.Value) : null;

    protected override async Task Offer() => Name = await Db.EvaluationForms.Where(f => f.Key == new PublicKey(Key)).Select(f => f.Name).SingleAsync();

    private Task<EvaluationForm?> Load() => Db.EvaluationForms.Include(f => f.Questions).Include(f => f.Stages).AsSplitQuery().SingleOrDefaultAsync(f => f.Key == new PublicKey(Key));
}
