using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Jobs;
using Shirube.Office.Organization;
using Shirube.Office.Projects.Import;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Import))]
public sealed class ImportsPage(OfficeDb db, JobQueue jobs, KeptFiles files, SignedIn who) : PageModel, IShowsAgain
{
    public const int Size = 20;

    public sealed record Row(ImportRunId Id, string FileName, string Sha256, DateTime AtUtc, PersonId? By, bool IsUndone, ImportReport.ProjectCounts Counts);

    [BindProperty, Required(ErrorMessage = "取り込むファイルを選んでください。")]
    public IFormFile? Upload { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Runs { get; private set; } = [];
    public IReadOnlyList<KeptFile> Unfinished { get; private set; } = [];
    public int Total { get; private set; }
    private Dictionary<PersonId, string> names = [];

    public async Task OnGet()
    {
        PageNumber = Math.Max(1, PageNumber);
        Total = await db.ImportRuns.CountAsync();
        var runs = await db.ImportRuns.OrderByDescending(r => r.AtUtc).ThenByDescending(r => r.Id).Skip((PageNumber - 1) * Size).Take(Size).AsNoTracking().ToListAsync();
        Runs = [.. runs.Select(r => new Row(r.Id, r.FileName, r.Sha256, r.AtUtc, r.By, r.Undoing is not null, ImportReport.FromJson(r.ReportJson).Projects))];
        var finished = await db.ImportRuns.Where(r => r.Undoing == null).Select(r => r.Sha256).Distinct().ToListAsync();
        Unfinished = [.. files.All(HttpContext.Municipality().Code).Where(f => !finished.Contains(f.Sha256))];
        names = await db.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var code = HttpContext.Municipality().Code;
        await using var content = Upload!.OpenReadStream();
        var file = await files.KeepAsync(code, content, Upload.FileName, who.Id, cancel: cancel);
        var job = await jobs.QueueAsync(HttpContext.Municipality().Code, ImportJobs.PreviewKind, ImportJobs.PayloadOf(file.Sha256), who.Id, cancel: cancel);
        return LocalRedirect($"{Request.PathBase}/imports/work/{job}?first=true");
    }

    public async Task<IActionResult> ShowAgain()
    {
        await OnGet();
        return Page();
    }

    public string NameOf(PersonId? person) => person is null ? ChangeWords.Who(null) : names.GetValueOrDefault(person.Value, "(いない職員)");
}
