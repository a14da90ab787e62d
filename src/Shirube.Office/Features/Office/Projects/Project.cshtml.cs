using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ProjectPage(OfficeDb db, Reach reach, SignedIn signedIn, OfficeLists lists) : PageModel
{
    internal ProjectReading Shown { get; private set; } = null!;
    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGet(string key)
    {
        var (year, personal) = (reach.Year, signedIn.May(Operation.ManagePeople));
        if (await lists.RememberedUntilSaved($"project {key} {year.Value} {personal}", () => ProjectReading.Read(db, new(key), year, personal), r => r.Weight) is not { } shown)
            return NotFound();
        Shown = shown;
        MayEdit = await reach.Includes(Operation.EditProject, (shown.Owners.LastOrDefault(o => o.From <= year) ?? shown.Owners.FirstOrDefault())?.Id);
        return Page();
    }
}
