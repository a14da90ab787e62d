using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Projects.Import;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Import))]
public sealed class ImportResultPage(OfficeDb db) : PageModel
{
    public ImportRun Run { get; private set; } = null!;
    public ImportReport Report { get; private set; } = null!;
    public string By { get; private set; } = "";
    public string UndoneBy { get; private set; } = "";

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await FindAsync(id) is not { } run)
            return NotFound();
        (Run, Report) = (run, ImportReport.FromJson(run.ReportJson));
        (By, UndoneBy) = (await NameAsync(run.By), await NameAsync(run.Undoing?.By));
        return Page();
    }

    public async Task<IActionResult> OnGetMapping(Guid id) =>
        await FindAsync(id) is { } run ? File(Encoding.UTF8.GetBytes(run.MappingJson), "application/json", "mapping.json") : NotFound();

    private Task<ImportRun?> FindAsync(Guid id) => db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == new ImportRunId(id));

    private async Task<string> NameAsync(PersonId? id) => id is null ? ChangeWords.Who(null) : await db.People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync() ?? "(いない職員)";
}
