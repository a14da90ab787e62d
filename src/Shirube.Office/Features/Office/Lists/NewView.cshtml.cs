using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read)]
public sealed class NewViewPage(OfficeDb db, OfficeLists lists, Views views, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty]
    public ViewForm Form { get; set; } = new() { For = "owner" };

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public bool Start { get; set; }

    public string Title { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Audiences { get; private set; } = [];
    public string Back => $"~/{RouteData.Values["list"]}{Address}";

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        Address = ListQuery.Of(Request.QueryString.Value).Meaning;
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost(string list)
    {
        if (OfficeLists.TitleOf(list) is null)
            return NotFound();
        var query = ListQuery.Of(Address);
        var view = SavedView.Keep(list, Form.Name ?? "", query.Meaning, signedIn.Id);
        Form.Write(view, await lists.Setting(query), await views.UnitsOf(signedIn.Person));
        if (Start)
            await views.StartWith(view);
        db.SavedViews.Add(view);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/{list}{(query with { View = view.Key.Value }).Address(withPage: false)}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (OfficeLists.TitleOf($"{RouteData.Values["list"]}") is not { } title)
            return NotFound();
        Title = title;
        Audiences = ViewForm.Audiences(await lists.Setting(ListQuery.Of(Address)), await views.UnitsOf(signedIn.Person));
        return Page();
    }
}
