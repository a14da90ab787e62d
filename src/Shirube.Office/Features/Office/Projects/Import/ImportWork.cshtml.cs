using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Jobs;
using Shirube.Office.Projects.Import;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Import))]
public sealed class ImportWorkPage(OfficeDb db, KeptFiles files) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool First { get; set; }

    public Job Job { get; private set; } = null!;
    public Refusal? Failure { get; private set; }
    public string Subject => ImportJobs.SubjectOf(Job.PayloadJson);
    public JobProgress Progress => JobProgress.Of(Job.ProgressText);

    public bool CanMap => Job.Kind != ImportJobs.UndoKind && files.Find(HttpContext.Municipality().Code, Subject) is { } file && files.MappingOf(HttpContext.Municipality().Code, file) is not null;

    public string Title => Job.Kind switch
    {
        ImportJobs.PreviewKind => "ファイルを読み取っています",
        ImportJobs.TakeInKind => "取り込んでいます",
        _ => "取り込みを取り消しています",
    };

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await FindAsync(id) is not { } job)
            return NotFound();
        Job = job;
        if (Next() is { } next)
            return LocalRedirect(next);
        if (job.End is JobEnd.Failed)
            ModelState.AddModelError("", (Failure = JsonSerializer.Deserialize<Refusal>(job.ResultJson!)!).ToString());
        return Page();
    }

    public async Task<IActionResult> OnGetProgress(Guid id)
    {
        if (await FindAsync(id) is not { } job)
            return NotFound();
        Job = job;
        return new JsonResult(new { done = Progress.Done, total = Progress.Total, text = Progress.Text, finished = job.End is not null, next = Next() ?? $"{Request.PathBase}/imports/work/{id}?first={First}" });
    }

    private Task<Job?> FindAsync(Guid id) =>
        db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && (j.Kind == ImportJobs.PreviewKind || j.Kind == ImportJobs.TakeInKind || j.Kind == ImportJobs.UndoKind));

    // why: a first look leads to the mapping, so that nobody takes in what they have not seen; the preview follows from there.
    private string? Next() => Job.End is not JobEnd.Finished ? null : Request.PathBase + (Job.Kind == ImportJobs.PreviewKind ? $"/imports/files/{Subject}{(First ? "/mapping" : "")}"
        : JsonSerializer.Deserialize<ImportJobs.Outcome>(Job.ResultJson!)!.Run is { } run ? $"/imports/{run}" : $"/imports/files/{Subject}?unchanged=true");
}
