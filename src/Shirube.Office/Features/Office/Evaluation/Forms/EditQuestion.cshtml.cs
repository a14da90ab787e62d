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

/// <summary>One question of a draft; a new one where the address names none.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditQuestionPage(OfficeDb db) : EditPage<QuestionForm>(db)
{
    public const string New = "new";

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Question { get; set; } = "";

    public string Name { get; private set; } = "";
    public IReadOnlyList<string> Stages { get; private set; } = [];
    public IReadOnlyList<string> Sections { get; private set; } = [];
    public bool IsNew => Question == New;

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } form)
            return NotFound();
        Db.Expect(form, Version);
        var spec = Form.Spec();
        var key = IsNew ? form.Ask(spec).Key : new(Question);
        if (!IsNew)
            form.Change(key, spec);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluation-forms/{Key}#question-{key}");
    }

    protected override async Task<Saved<QuestionForm>?> Saved()
    {
        if (await Load() is not { } form)
            return null;
        if (IsNew)
            return new(form.Version, new() { Kind = nameof(QuestionKind.Text), Audience = "public", Duty = "free", Reason = "no", Stages = [1], Section = form.InOrder.LastOrDefault()?.Section }, form.Id.Value);
        return form.Questions.FirstOrDefault(q => q.Key.Value == Question) is { } question ? new(form.Version, QuestionForm.Of(form.SpecOf(question)), form.Id.Value) : null;
    }

    protected override async Task Offer()
    {
        var form = (await Load())!;
        (Name, Stages, Sections) = (form.Name, form.Spec.Stages, [.. form.InOrder.Select(q => q.Section).Distinct()]);
    }

    private Task<EvaluationForm?> Load() => Db.EvaluationForms.Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).AsSplitQuery().SingleOrDefaultAsync(f => f.Key == new PublicKey(Key));
}
