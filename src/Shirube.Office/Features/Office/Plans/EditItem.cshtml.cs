using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditItemPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : UnsavedPage<ItemForm>(db, signedIn, clock)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    public string PlanName { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Kept { get; private set; } = "";
    /// <summary>Whether the item's level has a text; one that is there is shown all the same.</summary>
    public bool CarriesBody { get; private set; }
    public IHtmlContent? Preview { get; private set; }
    /// <summary>The figures to choose from, the newest first.</summary>
    public IReadOnlyList<PlanFigure> Figures { get; private set; } = [];

    public async Task<IActionResult> OnPost()
    {
        if (await WorkingTree.Read(Db, Plan, Edition, tracked: true) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        working.Edition.WhyNotEdit().ThrowIfAny();
        Db.Expect(item, Version);
        Form.Write(item);
        await Forget();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}{working.Kept}");
    }

    public async Task<IActionResult> OnPostPreview()
    {
        Preview = MarkdownText.Render(Form.Body, 3, null, await Db.FiguresIn(Form.Body, Url.Content("~/")));
        return await ShowAgain();
    }

    protected override async Task<Saved<ItemForm>?> Saved() =>
        await WorkingTree.Read(Db, Plan, Edition) is { } working && working.Find(Item) is { } item ? new(item.Version, ItemForm.Of(item), item.Id.Value) : null;

    protected override async Task Offer()
    {
        var there = await (from item in Db.PlanItems
                           join edition in Db.Editions on item.EditionId equals edition.Id
                           join plan in Db.Plans on edition.PlanId equals plan.Id
                           where plan.Key == new PublicKey(Plan) && item.Key == new PublicKey(Item) && (Edition == null ? plan.ShownId == edition.Id : edition.Key == new PublicKey(Edition))
                           select new { item.Title, Plan = plan.Name, edition.Label, IsShown = plan.ShownId == edition.Id, CarriesBody = item.Body != null || plan.Levels.Any(l => l.Id == item.LevelId && l.CarriesBody) }).SingleAsync();
        Figures = await Db.Figures.AsNoTracking().OrderByDescending(f => f.Id).ToListAsync();
        (CarriesBody, PlanName, Title, Kept) = (there.CarriesBody, there.IsShown ? there.Plan : $"{there.Plan} {there.Label}", there.Title, there.IsShown ? "" : $"?{WorkingTree.Named}={Edition}");
    }
}
