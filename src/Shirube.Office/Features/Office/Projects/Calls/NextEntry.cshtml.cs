using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Projects.Calls;

namespace Shirube.Office.Features.Office;

/// <summary>Leads to the next blank field of a call that the person may fill in, the own departments first; to the call when there is none.</summary>
[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class NextEntryPage(OfficeDb db, WorkScope scope) : PageModel
{
    public async Task<IActionResult> OnGet(string key, string? record, string? at)
    {
        var rows = await CallRows.Read(db, db.EntryCalls.Where(c => c.Key == new PublicKey(key) && c.Closed == null), scope.Year);
        var mine = await scope.Departments();
        var own = rows.Where(r => r.Owner is { } owner && mine.Contains(owner)).ToList();
        var way = own.Exists(r => r.Key.Value == record) || (record is null && own.Count > 0) ? own : scope.Permit(Operation.EditProject).Scope == Scope.All ? [.. rows] : own;
        var next = (await CallStops.Read(db, way)).After(record, at);
        return LocalRedirect(next?.Address ?? $"~/calls/{Uri.EscapeDataString(key)}?finished=true");
    }
}
