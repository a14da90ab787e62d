using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>A new form: from a template, from an older form, from another municipality's file, or from nothing.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewFormPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public FormForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<EvaluationForm> Older { get; private set; } = [];
    public int Questions { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        if (await BasisSpec() is { } basis)
            (Form, Questions) = (FormForm.Of(basis), basis.Questions.Count);
        else
            Form = new() { Stages = "自己評価" };
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var (spec, name) = (Form.Spec([]), Form.Name ?? "");
        spec.WhyNot.ThrowIfAny();
        var form = await OlderForm() is { } older ? older.Copy(older.Spec with { Name = name }) : EvaluationForm.Draft(await BasisSpec() is { } basis ? basis with { Name = name } : spec);
        form.Describe(name, spec.Target, spec.Use, spec.OnlyStatutory, spec.Stages);
        return await Keep(form);
    }

    public async Task<IActionResult> OnPostFile()
    {
        (Upload is null ? Refusals.FormFileUnread("ファイルが選ばれていません") : null).ThrowIfAny();
        await using var file = Upload!.OpenReadStream();
        return await Keep(EvaluationForm.Draft(FormSettings.Read(file)));
    }

    public async Task<IActionResult> ShowAgain()
    {
        Older = await db.EvaluationForms.AsNoTracking().OrderByDescending(f => f.Id).ToListAsync();
        return Page();
    }

    private async Task<IActionResult> Keep(EvaluationForm form)
    {
        db.Add(form);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/evaluation-forms/{form.Key}");
    }

    private async Task<FormSpec?> BasisSpec() => From is null ? null : FormSettings.Templates.TryGetValue(From, out var template) ? template : (await OlderForm())?.Spec;

    private Task<EvaluationForm?> OlderForm() => From is null || FormSettings.Templates.ContainsKey(From) ? Task.FromResult<EvaluationForm?>(null)
        : db.EvaluationForms.AsNoTracking().Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).AsSplitQuery().SingleOrDefaultAsync(f => f.Key == new PublicKey(From!));
}
