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

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Publish))]
public sealed class NewReleasePage(OfficeDb db, Publication publication, ReleaseStore store) : PageModel, IShowsAgain
{
    public const int LongestNote = 500;

    [BindProperty, StringLength(LongestNote, ErrorMessage = "変更点は500字までにしてください。")]
    public string? Note { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    public Preview Preview { get; private set; } = null!;
    public bool IsFirst { get; private set; }

    private CurrentMunicipality Municipality => HttpContext.Municipality();

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPost()
    {
        // why: a box that is not ticked sends nothing, and what is not sent is not validated by attributes.
        if (!Confirmed)
        {
            ModelState.AddModelError(nameof(Confirmed), "内容を確かめて、確認の欄に印を付けてください。");
            return await ShowAgain();
        }
        var published = await publication.PublishAsync(db, new(Municipality.Code, Municipality.Name), Note, HttpContext.RequestAborted);
        return RedirectToPage("Release", new { id = published.Release, made = true });
    }

    public async Task<IActionResult> ShowAgain()
    {
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Preview = await publication.PreviewAsync(db, Municipality.Code, HttpContext.RequestAborted);
        IsFirst = store.Current(Municipality.Code) is null;
    }
}
