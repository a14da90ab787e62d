using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Printing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>One sheet as a Word file or a PDF, as it stands.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class SheetFilePage(OfficeDb db, WorkScope scope, PaperPress press) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";

    public async Task<IActionResult> OnGet(string format)
    {
        var sheet = new PublicKey(Key);
        if (format is not ("docx" or "pdf") || await db.EvaluationSheets.Where(s => s.Key == sheet).Select(s => db.EvaluationRounds.Where(r => r.Id == s.RoundId).Select(r => (PublicKey?)r.Key).FirstOrDefault()).FirstOrDefaultAsync() is not { } round)
            return NotFound();
        var printed = await PrintedRound.Read(db, new(HttpContext.Municipality().Name, round) { Sheet = sheet }, scope.Today);
        return File(await EvaluationDocument.Sheets.Make(db, printed, format, press, HttpContext.RequestAborted), PaperPress.MediaTypeOf(format), $"{FileName.Of($"{SheetsPaper.Title}-{printed.Sheets[0].Title}")}.{format}");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
