using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read)]
public sealed class EditViewPage(OfficeDb db, OfficeLists lists, Views views, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty]
    public ViewForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public ViewEntry Entry { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Audiences { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        if (await Find() is not { } view || view.WhyNotOpen(signedIn.Id, await views.UnitsOf(signedIn.Person)) is not null)
            return NotFound();
        (Form, Version) = (ViewForm.Of(view, await lists.Setting(new())), view.Version);
        return await ShowAgain();
    }

    public Task<IActionResult> OnPost() => Change(async view =>
    {
        view.WhyNotChange(signedIn.Id).ThrowIfAny();
        db.Expect(view, Version);
        Form.Write(view, await lists.Setting(new()), await views.UnitsOf(signedIn.Person));
    });

    /// <summary>Keeps what the list shows now under the view's name.</summary>
    public Task<IActionResult> OnPostAddress(string address) => Change(view =>
    {
        view.WhyNotChange(signedIn.Id).ThrowIfAny();
        view.Point(ListQuery.Of(address).Meaning);
        return Task.CompletedTask;
    }, "");

    public Task<IActionResult> OnPostStart(bool begins) => Change(async view =>
    {
        view.WhyNotOpen(signedIn.Id, await views.UnitsOf(signedIn.Person)).ThrowIfAny();
        if (begins)
            await views.StartWith(view);
        else
            view.NoStartFor(signedIn.Id);
    });

    public Task<IActionResult> OnPostTakeOver() => Change(async view =>
    {
        (view.WhyNotOpen(signedIn.Id, await views.UnitsOf(signedIn.Person)) ?? ((await views.Entry(view)).Lost is null ? Refusals.ViewStillKept(view.Name) : null)).ThrowIfAny();
        view.TakeOver(signedIn.Id);
    });

    public async Task<IActionResult> OnPostDelete()
    {
        await Change(view =>
        {
            view.WhyNotChange(signedIn.Id).ThrowIfAny();
            db.Remove(view);
            return Task.CompletedTask;
        });
        return LocalRedirect("~/views");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await Find() is not { } view)
            return NotFound();
        Entry = await views.Entry(view);
        Audiences = ViewForm.Audiences(await lists.Setting(new()), await views.UnitsOf(signedIn.Person));
        return Page();
    }

    private async Task<IActionResult> Change(Func<SavedView, Task> change, string after = "/edit")
    {
        if (await Find() is not { } view)
            return NotFound();
        await change(view);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/views/{view.Key}{after}");
    }

    private Task<SavedView?> Find() => db.SavedViews.Include(v => v.Starts).SingleOrDefaultAsync(v => v.Key == new PublicKey($"{RouteData.Values["key"]}"));
}
