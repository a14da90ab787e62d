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
public sealed class EditFigurePage(OfficeDb db) : EditPage<FigureForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public PlanFigure Figure { get; private set; } = null!;
    public IReadOnlyList<FigureUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } figure)
            return NotFound();
        Db.Expect(figure, Version);
        Form.Write(figure);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/figures#figure-{Key}");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } figure)
            return NotFound();
        // why: nobody saves a text that shows it between the question and the removal.
        await using var write = await Db.BeginWriteAsync();
        (await Db.UsesOf([figure.Key]) is [var use, ..] ? Refusals.FigureInUse(figure.Title, use.Where) : null).ThrowIfAny();
        Db.Expect(figure, Version);
        Db.Remove(figure);
        if (!await Db.Figures.AnyAsync(f => f.Sha256 == figure.Sha256 && f.Id != figure.Id))
            Db.Remove(await Db.Pictures.SingleAsync(p => p.Sha256 == figure.Sha256));
        await Db.SaveChangesAsync();
        await write.CommitAsync();
        TempData[SavedNote.Key] = $"図「{figure.Title}」を削除しました。";
        return LocalRedirect("~/figures");
    }

    protected override async Task<Saved<FigureForm>?> Saved() => await Load() is { } figure ? new(figure.Version, FigureForm.Of(figure), figure.Id.Value) : null;

    protected override async Task Offer()
    {
        Figure = await Db.Figures.AsNoTracking().SingleAsync(f => f.Key == new PublicKey(Key));
        Uses = await Db.UsesOf([Figure.Key]);
    }

    private Task<PlanFigure?> Load() => Db.Figures.AsTracking().SingleOrDefaultAsync(f => f.Key == new PublicKey(Key));
}
