using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Projects.Calls;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditProject)]
public sealed class CallPage(OfficeDb db, WorkScope scope, Reach reach, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [FromQuery(Name = "department")]
    public Guid? DepartmentAsked { get; set; }

    [FromQuery(Name = "finished")]
    public bool Finished { get; set; }

    private IReadOnlySet<DepartmentId> mine = new HashSet<DepartmentId>();
    private IReadOnlySet<DepartmentId>? editable;

    public EntryCall Call { get; private set; } = null!;
    public CallBoard Board { get; private set; } = null!;
    public CallStops Stops { get; private set; } = null!;
    public string? OpenedBy { get; private set; }
    /// <summary>The project whose 「該当なし」 was not taken.</summary>
    public string? Refused { get; private set; }
    public DateOnly Today => scope.Today;
    public bool MayCall => scope.May(Operation.CallForEntries);
    public IReadOnlyList<CallRow> Mine => [.. Board.Rows.Where(r => r.Owner is { } owner && mine.Contains(owner)).OrderBy(r => !r.IsOpen)];
    public CallCount? MineCount => CallCount.Of(Mine);
    public CallBoardLine? Shown => DepartmentAsked is { } id && !mine.Contains(DepartmentId.From(id)) ? Board.Lines.FirstOrDefault(l => l.Department.Value == id) : null;
    public IReadOnlyList<CallRow> OfShown => [.. Board.Rows.Where(r => r.Owner?.Value == DepartmentAsked).OrderBy(r => !r.IsOpen)];

    /// <summary>Null in <see cref="editable"/> means every department.</summary>
    public bool MayEdit(CallRow row) => scope.May(Operation.EditProject) && (editable is null || (row.Owner is { } owner && editable.Contains(owner)));

    public Task<IActionResult> OnGet() => ShowAgain();

    public async Task<IActionResult> OnPostNotApplicable(string project, string? reason)
    {
        Refused = project;
        return await State(project, (call, id) => call.StateNotApplicable(id, reason, scope.Person, clock.GetUtcNow().UtcDateTime));
    }

    public Task<IActionResult> OnPostTakeBack(string project) => State(project, (call, id) => call.TakeBackStatement(id));

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.EntryCalls.AsNoTracking().SingleOrDefaultAsync(c => c.Key == new PublicKey(Key)) is not { } call)
            return NotFound();
        Call = call;
        mine = await scope.Departments();
        editable = scope.Permit(Operation.EditProject).Scope == Scope.All ? null : await reach.Own(Operation.EditProject);
        Board = await CallBoard.Read(db, call, scope.Year);
        Stops = await CallStops.Read(db, Board.Rows);
        OpenedBy = await db.People.Where(p => p.Id == call.Opened.By).Select(p => p.Name).SingleOrDefaultAsync();
        return Page();
    }

    private async Task<IActionResult> State(string key, Action<EntryCall, ProjectId> change)
    {
        if (await Load() is not { } call || await db.Projects.Include(p => p.Ownerships).AsNoTracking().SingleOrDefaultAsync(p => p.Key == new PublicKey(key)) is not { } project)
            return NotFound();
        await reach.Demand(Operation.EditProject, project);
        change(call, project.Id);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/calls/{Key}#mine");
    }

    private Task<EntryCall?> Load() => db.EntryCalls.Include(c => c.Statements).SingleOrDefaultAsync(c => c.Key == new PublicKey(Key));
}
