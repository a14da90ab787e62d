using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewFigurePage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public FigureForm Form { get; set; } = new();

    [BindProperty, Required(ErrorMessage = "画像を選んでください。")]
    public IFormFile? Upload { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPost()
    {
        var figure = await Form.Keep(db, Upload!);
        await db.SaveChangesAsync();
        TempData[SavedNote.Key] = $"図「{figure.Title}」を追加しました。本文の編集の画面で「図を入れる」から選べます。";
        return LocalRedirect($"~/figures#figure-{figure.Key}");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
