using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Projects.Calls;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class CallsPage(OfficeDb db, WorkScope scope) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool MayCall => scope.May(Operation.CallForEntries);
    public DateOnly Today => scope.Today;

    /// <summary>A call with its count; of the own departments for who does not call.</summary>
    public sealed record Line(EntryCallId Id, PublicKey Key, string Title, DateOnly Due, EntryFields Fields, FiscalYear? Year, bool IsSample, CallClosing? Closed)
    {
        public CallCount Count { get; init; } = new(0, 0, 0);
    }

    public async Task OnGet()
    {
        var mine = MayCall ? null : await scope.Departments();
        var calls = db.EntryCalls.AsNoTracking();
        if (mine is not null)
            calls = calls.Where(c => c.Asked.Any(a => mine.Contains(a.DepartmentId)));
        var rows = (await CallRows.Read(db, calls, scope.Year, mine)).ToLookup(r => r.CallId);
        var lines = await calls.Select(c => new Line(c.Id, c.Key, c.Title, c.Due, c.Fields, c.Year, c.IsSample, c.Closed)).ToListAsync();
        Lines = [.. lines.Select(l => l with { Count = CallCount.Of([.. rows[l.Id]]) }).OrderBy(l => l.Closed is not null).ThenBy(l => l.Due).ThenBy(l => l.Id.Value)];
    }
}
