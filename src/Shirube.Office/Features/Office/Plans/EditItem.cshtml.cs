using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Plans;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditItemPage(OfficeDb db) : EditPage<ItemForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    public string PlanName { get; private set; } = "";
    public string Title { get; private set; } = "";
    public IHtmlContent? Preview { get; private set; }

    public async Task<IActionResult> OnPost()
    {
        if (await WorkingTree.Read(Db, Plan, tracked: true) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        working.Edition.WhyNotEdit().ThrowIfAny();
        Db.Expect(item, Version);
        Form.Write(item);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{Item}");
    }

    public Task<IActionResult> OnPostPreview()
    {
        Preview = MarkdownText.Render(Form.Body, 3);
        return ShowAgain();
    }

    protected override async Task<Saved<ItemForm>?> Saved() =>
        await WorkingTree.Read(Db, Plan) is { } working && working.Find(Item) is { } item ? new(item.Version, ItemForm.Of(item), item.Id.Value) : null;

    protected override async Task Offer()
    {
        PlanName = await Db.Plans.Where(p => p.Key == new PublicKey(Plan)).Select(p => p.Name).SingleAsync();
        Title = await Db.PlanItems.Where(i => i.Key == new PublicKey(Item)).OrderByDescending(i => i.EditionId).Select(i => i.Title).FirstAsync();
    }
}
