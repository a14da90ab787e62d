using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Common;

/// <summary>What is saved now of the thing a form edits: its version, the form filled from it, and its id in the change log.</summary>
public sealed record Saved<TForm>(int Version, TForm Form, Guid Id);

/// <summary>A page that edits one aggregate through one form. It carries the version and the marks of the texts the person began with, so that an overtaken save ends in a choice, not in a loss.</summary>
public abstract class EditPage<TForm>(OfficeDb db) : PageModel, IShowsAgain where TForm : class, new()
{
    private const string Undone = "Undone";

    [BindProperty]
    public TForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Marks of the texts as they were when the person opened the form, see <see cref="FormMarks"/>.</summary>
    [BindProperty]
    public string? Was { get; set; }

    public ConflictView? Conflict { get; private set; }

    protected OfficeDb Db { get; } = db;

    /// <summary>What stands in the database now; null where the thing is gone.</summary>
    protected abstract Task<Saved<TForm>?> Saved();

    /// <summary>What the form's fields offer: choices, headings.</summary>
    protected virtual Task Offer() => Task.CompletedTask;

    /// <summary>How the form's fields read on the conflict page.</summary>
    protected virtual IReadOnlyList<FormField> FieldsOf(TForm form) => FormField.Of(form);

    public virtual async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        if (await Saved() is not { } saved)
            return NotFound();
        (Form, Version, Was) = (saved.Form, saved.Version, FormMarks.Of(FieldsOf(saved.Form)));
        if (Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName) && TempData[Undone] is string why)
            ModelState.AddModelError("", why);
        return await ShowAgain();
    }

    public async Task<IActionResult> ShowAgain()
    {
        await Offer();
        return Page();
    }

    public async Task<IActionResult> ShowUnread() => await Saved() is null ? NotFound() : await ShowAgain();

    public async Task<IActionResult?> ShowConflict()
    {
        if (await Saved() is not { } theirs)
            return NotFound();
        if (Overtaken(Request.Query["handler"]) is { } why)
            return ShowUndone(why);
        await Offer();
        var last = (await Db.ChangeLog.OfAsync([theirs.Id], take: 1)).FirstOrDefault();
        Conflict = ConflictView.Of(FieldsOf(Form), FieldsOf(theirs.Form), Was, theirs.Version, last);
        Response.StatusCode = 409;
        return Page();
    }

    /// <summary>What is said when something beside the form, named by its handler, was overtaken by another person's save; null where the form itself was.</summary>
    protected virtual Refusal? Overtaken(string? handler) => handler == "Remove" ? Refusals.RemovalOvertaken : null;

    // why: who removes or moves typed nothing to choose from, but has not seen what the other saved. It is shown at the page's own address: a form posts to the address at hand, and to save must not be to remove.
    private RedirectResult ShowUndone(Refusal why)
    {
        TempData[Undone] = why.ToString();
        return Redirect(Request.PathBase.Add(Request.Path).ToUriComponent());
    }

    protected FormErrors Errors => new(ModelState);
}
