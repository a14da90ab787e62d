using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Jobs;
using Shirube.Office.Organization;
using Shirube.Office.Projects.Import;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Import))]
public sealed class ImportUndoPage(OfficeDb db, JobQueue jobs, SignedIn who) : PageModel
{
    public ImportUndo Undo { get; private set; } = null!;
    public Refusal? Why { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (!await db.ImportRuns.AnyAsync(r => r.Id == new ImportRunId(id), cancel))
            return NotFound();
        Undo = await ImportUndo.OfAsync(db, new(id), who.Today, cancel);
        Why = Undo.WhyNot();
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, CancellationToken cancel) =>
        await db.ImportRuns.AnyAsync(r => r.Id == new ImportRunId(id), cancel)
            ? LocalRedirect($"{Request.PathBase}/imports/work/{await jobs.QueueAsync(HttpContext.Municipality().Code, ImportJobs.UndoKind, ImportJobs.PayloadOf(id.ToString()), who.Id, cancel: cancel)}") : NotFound();
}
