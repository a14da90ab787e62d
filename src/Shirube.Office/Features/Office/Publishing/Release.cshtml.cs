using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Exchange.Publishing;
using Shirube.Office.Common;
using Shirube.Office.Publishing;
using Shirube.Ui.Hosting;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Publish))]
public sealed class ReleasePage(OfficeDb db, ReleaseStore store, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Whether it was published just now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Made { get; set; }

    [BindProperty, Required(ErrorMessage = "取り下げの理由を入力してください。理由は公開されます。"), StringLength(500, ErrorMessage = "理由は500字までにしてください。")]
    public string? Why { get; set; }

    public ReleaseEntry Release { get; private set; } = null!;
    public bool IsCurrent { get; private set; }

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!Read())
            return NotFound();
        // why: citizens read by whom as a role; the person's name stays inside.
        store.Withdraw(HttpContext.Municipality().Code, Release.Id, Names.Of(Role.PlanningOffice), clock.GetUtcNow().UtcDateTime, Why);
        await db.ChangeLog.NoteWithdrawnAsync(Release.Id, Why!);
        return RedirectToPage("Release", new { id = Id });
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Read() ? Page() : NotFound());

    private bool Read()
    {
        var releases = store.List(HttpContext.Municipality().Code);
        if (releases.FirstOrDefault(r => r.Id.ToString() == Id) is not { } found)
            return false;
        (Release, IsCurrent) = (found, releases.FirstOrDefault(r => !r.IsWithdrawn) == found);
        return true;
    }
}
