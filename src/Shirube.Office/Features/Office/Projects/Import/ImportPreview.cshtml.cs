using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Import;
using Shirube.Office.Common;
using Shirube.Office.Jobs;
using Shirube.Office.Organization;
using Shirube.Office.Projects.Import;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Import))]
public sealed class ImportPreviewPage(OfficeDb db, JobQueue jobs, KeptFiles files, SignedIn who) : PageModel, IShowsAgain
{
    private MunicipalityCode Code => HttpContext.Municipality().Code;

    [BindProperty(SupportsGet = true)]
    public string Sha { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Unchanged { get; set; }

    public KeptFile Kept { get; private set; } = null!;
    public ImportPreview? Preview { get; private set; }
    public IReadOnlyList<ImportProblem> Spellings => [.. Preview!.Report.Problems.Where(p => p.Choices is { Count: > 1 })];

    public async Task<IActionResult> OnGet()
    {
        if (files.Find(Code, Sha) is not { } file)
            return NotFound();
        Kept = file;
        if (await LatestAsync() is not { } job)
            return LocalRedirect(await QueueAsync(ImportJobs.PreviewKind));
        if (job.End is null)
            return LocalRedirect($"{Request.PathBase}/imports/work/{job.Id}");
        if (job.End is JobEnd.Finished)
            Preview = ImportPreview.FromJson(job.ResultJson!);
        else if (ModelState.IsValid)
            ModelState.AddModelError("", JsonSerializer.Deserialize<Refusal>(job.ResultJson!)!.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPost() => files.Find(Code, Sha) is null ? NotFound() : LocalRedirect(await QueueAsync(ImportJobs.TakeInKind));

    public async Task<IActionResult> OnPostSpellings()
    {
        if (files.Find(Code, Sha) is not { } file || await LatestAsync() is not { ResultJson: { } result, End: JobEnd.Finished } || files.MappingOf(Code, file) is not { } mapping)
            return NotFound();
        Preview = ImportPreview.FromJson(result);
        var spellings = mapping.Mapping.Spellings.ToDictionary();
        foreach (var (problem, i) in Spellings.Select((p, i) => (p, i)))
            if (Request.Form[$"spelling-{i}"].ToString() is { Length: > 0 } chosen && problem.Choices!.Contains(chosen) && chosen != problem.Value)
                foreach (var other in problem.Choices!.Where(c => c != chosen))
                    spellings[other] = chosen;
        files.SetMapping(Code, file, mapping with { Mapping = mapping.Mapping with { Spellings = spellings } });
        return LocalRedirect(await QueueAsync(ImportJobs.PreviewKind));
    }

    public Task<IActionResult> ShowAgain() => OnGet();

    private Task<Job?> LatestAsync()
    {
        var payload = ImportJobs.PayloadOf(Sha);
        return db.Jobs.AsNoTracking().Where(j => j.Kind == ImportJobs.PreviewKind && j.PayloadJson == payload).OrderByDescending(j => j.Id).FirstOrDefaultAsync();
    }

    private async Task<string> QueueAsync(string kind) => $"{Request.PathBase}/imports/work/{await jobs.QueueAsync(HttpContext.Municipality().Code, kind, ImportJobs.PayloadOf(Sha), who.Id)}";
}
