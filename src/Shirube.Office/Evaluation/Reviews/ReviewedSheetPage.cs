using Microsoft.AspNetCore.Mvc;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>A page that edits one question or opinion of a sheet's review. What others changed beside it is no conflict.</summary>
public abstract class ReviewedSheetPage<TForm>(OfficeDb db, Reach reach) : EditPage<TForm>(db) where TForm : class, new()
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public ReviewedSheet Reviewed { get; private set; } = null!;

    protected Reach Reach { get; } = reach;

    /// <summary>The question or opinion as a form; null where it is gone.</summary>
    protected abstract TForm? Read(SheetReview review);

    protected override async Task<Saved<TForm>?> Saved() => await Load() && Read(Reviewed.Review) is { } form ? new(Reviewed.Review.Version, form, Reviewed.Review.Id.Value) : null;

    protected override async Task Offer() => await Load();

    protected async Task<bool> Load()
    {
        if (await ReviewedSheet.Load(Db, new(Key), Reach.Year) is not { } found)
            return false;
        Reviewed = found;
        return true;
    }

    // why: the unit of conflict is one question or opinion; the planning office writes down the next while a section answers the last.
    protected async Task<IActionResult> Change(Func<Task> demand, Action<SheetReview, ExternalReview> change, string done = "保存しました。")
    {
        if (!await Load() || Read(Reviewed.Review) is not { } now)
            return NotFound();
        await demand();
        if (FormMarks.Of(FieldsOf(now)) != Was)
            Db.Expect(Reviewed.Review, Version);
        change(Reviewed.Review, Reviewed.External);
        await Db.SaveChangesAsync();
        TempData[SavedNote.Key] = done;
        return LocalRedirect($"~/sheets/{Key}/review");
    }
}
