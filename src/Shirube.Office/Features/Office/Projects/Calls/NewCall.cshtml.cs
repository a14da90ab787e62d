using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Projects.Calls;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.CallForEntries))]
public sealed class NewCallPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty]
    public CallForm Form { get; set; } = new();

    public IReadOnlyList<(Department Department, int Depth)> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];
    public CallBoard? Asked { get; private set; }

    private FiscalYear Year => FiscalYear.Of(signedIn.Today);

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        Form.Year = $"{Year.Previous.Value}";
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostPreview()
    {
        var call = await Call();
        if (call is not null)
            Asked = await Board(call, keep: false);
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var call = await Call();
        if (call is null)
            return await ShowAgain();
        ((await Board(call, keep: true)).Count.All == 0 ? Refusals.CallAsksNothing(call.Title) : null).ThrowIfAny();
        return LocalRedirect($"~/calls/{call.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        var year = Year;
        Departments = DepartmentChoices.InOrder((await db.Departments.AsNoTracking().ToListAsync()).Where(d => d.ExistsIn(year)));
        Classes = [.. (await db.Projects.Where(p => p.Class != null).Select(p => p.Class!).Distinct().ToListAsync()).Order().Select(c => new SelectListItem(c, c))];
        return Page();
    }

    private async Task<EntryCall?> Call()
    {
        var errors = new FormErrors(ModelState);
        var wish = Form.Wish(errors);
        if (errors.Any)
            return null;
        var year = Year;
        var all = (await db.Departments.AsNoTracking().ToListAsync()).FindAll(d => d.ExistsIn(year));
        return EntryCall.Open(wish, Form.DepartmentsChosen(all), signedIn.Id, clock.GetUtcNow().UtcDateTime);
    }

    // why: what a call asks is one query over saved calls; a preview is that query within a write that is not kept.
    private async Task<CallBoard> Board(EntryCall call, bool keep)
    {
        await using var write = await db.BeginWriteAsync();
        db.Add(call);
        await db.SaveChangesAsync();
        var board = await CallBoard.Read(db, call, Year);
        if (keep && board.Count.All > 0)
            await write.CommitAsync();
        return board;
    }
}
