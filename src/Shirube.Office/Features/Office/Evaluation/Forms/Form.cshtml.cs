using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>A form as those who answer it will see it, with its settings beside each question.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class FormPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? FirstYear { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public EvaluationForm Form { get; private set; } = null!;
    public EvaluationForm? Basis { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);
    public bool MayChange => MayEdit && Form.WhyNotEdit() is null;

    public Task<IActionResult> OnGet() => ShowAgain();

    /// <summary>The form's settings as a file.</summary>
    public async Task<IActionResult> OnGetFile() =>
        await Load(tracked: false) is { } form ? File(FormSettings.Write(form.Spec), "application/json; charset=utf-8", $"{form.Name}.json") : NotFound();

    public Task<IActionResult> OnPostMove(string question, int by) => Change(f => f.Move(new(question), by));

    public Task<IActionResult> OnPostRemove(string question) => Change(f => f.Remove(new(question)));

    public async Task<IActionResult> OnPostIssue()
    {
        var others = await db.EvaluationForms.AsNoTracking().ToListAsync();
        var year = Typed.Year(FirstYear) ?? throw new RefusalException(Refusals.YearUnreadable(""));
        return await Change(f => f.IssueFrom(year, others, signedIn.Id, clock.GetUtcNow().UtcDateTime));
    }

    public async Task<IActionResult> OnPostDiscard()
    {
        if (await Load(tracked: true) is not { } form)
            return NotFound();
        form.WhyNotEdit().ThrowIfAny();
        db.Expect(form, Version);
        foreach (var copy in await db.EvaluationForms.AsTracking().Where(f => f.BasisId == form.Id).ToListAsync())
            copy.LoseBasis();
        db.Remove(form);
        await db.SaveChangesAsync();
        TempData[SavedNote.Key] = $"様式「{form.Name}」を削除しました。";
        return LocalRedirect("~/evaluation-forms");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await Load(tracked: false) is not { } form)
            return NotFound();
        (Form, Version) = (form, form.Version);
        ModelState.Remove(nameof(Version));
        Basis = form.BasisId is { } basis ? await db.EvaluationForms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == basis) : null;
        History = await RecentChanges.Of(db, [form.Id.Value], personal: false);
        return Page();
    }

    private async Task<IActionResult> Change(Action<EvaluationForm> change)
    {
        if (await Load(tracked: true) is not { } form)
            return NotFound();
        db.Expect(form, Version);
        change(form);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/evaluation-forms/{Key}");
    }

    private Task<EvaluationForm?> Load(bool tracked) => (tracked ? db.EvaluationForms.AsTracking() : db.EvaluationForms.AsNoTracking())
        .Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).AsSplitQuery().SingleOrDefaultAsync(f => f.Key == new PublicKey(Key));
}
