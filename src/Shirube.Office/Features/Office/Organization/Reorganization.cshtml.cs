using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>One reorganization: new departments, who follows whom, what moves, and what will change, in steps that can be left and taken up again.</summary>
[Authorize(Policy = nameof(Operation.ManageDepartments))]
public sealed class ReorganizationPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    public const int Steps = 4;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [FromQuery]
    public int Step { get; set; }

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Parent { get; set; }
    [BindProperty] public string? Lines { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? To { get; set; }

    public ReorganizationDesk Desk { get; private set; } = null!;
    public Reorganization There => Desk.There;
    public IReadOnlyList<SelectListItem> InTheYear => [.. Desk.InTheYear.Select(d => new SelectListItem(d.Name, d.Id.Value.ToString()))];
    public IReadOnlyList<SelectListItem> Now => DepartmentChoices.Of(Desk.Departments.Where(d => d.From < There.Year && (d.To is null || d.To >= There.Year)));

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPostAdd() => Change(1, desk => desk.There.Plan(Name ?? "", Code, IdOf(Parent), desk.Departments));

    public Task<IActionResult> OnPostAddLines() => Change(1, desk =>
    {
        foreach (var line in PlannedLines.Of(Lines, desk))
            desk.There.Plan(line.Name, line.Code, line.Parent, desk.Departments);
    });

    public Task<IActionResult> OnPostDrop(Guid unit) => Change(1, desk => desk.There.Drop(DepartmentId.From(unit)));

    public Task<IActionResult> OnPostPair() => Change(2, desk => desk.There.Succeed(
        IdOf(From) ?? throw new RefusalException(Refusals.ReorganizationPredecessorMissing), IdOf(To) ?? throw new RefusalException(Refusals.ReorganizationSuccessorMissing), desk.Departments, desk.Others));

    public Task<IActionResult> OnPostAbolish() => Change(2, desk => desk.There.Precede(IdOf(From) ?? throw new RefusalException(Refusals.ReorganizationPredecessorMissing), continues: false, desk.Departments, desk.Others));

    public Task<IActionResult> OnPostKeep(Guid unit, bool continues) => Change(2, desk => desk.There.Precede(DepartmentId.From(unit), continues, desk.Departments, desk.Others));

    public Task<IActionResult> OnPostForget(Guid unit, Guid? successor) => Change(2, desk => desk.There.Forget(DepartmentId.From(unit), successor is { } one ? DepartmentId.From(one) : null));

    /// <summary>Where each thing goes, and where all marked ones go at once.</summary>
    public Task<IActionResult> OnPostChoose(Dictionary<string, string?> destination, List<Guid> marked, string? together) => Change(3, desk =>
    {
        var all = IdOf(together);
        foreach (var (subject, department) in destination)
            if (Guid.TryParse(subject, out var id))
                desk.There.Choose(id, all is not null && marked.Contains(id) ? all : IdOf(department), desk.Departments);
    });

    public Task<IActionResult> OnPostCarryOut() => Change(4, desk => desk.CarryOut(signedIn.Id, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostReverse() => Change(4, desk => desk.Reverse(signedIn.Id, clock.GetUtcNow().UtcDateTime));

    public async Task<IActionResult> OnPostDelete()
    {
        if (await ReorganizationDesk.Read(db, Key) is not { } desk)
            return NotFound();
        desk.There.WhyNotChange().ThrowIfAny();
        db.Reorganizations.Remove(desk.There);
        await db.SaveChangesAsync();
        return LocalRedirect("~/reorganizations");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await ReorganizationDesk.Read(db, Key) is not { } desk)
            return NotFound();
        Desk = desk;
        Step = desk.There.Carrying is not null ? Steps : Math.Clamp(Step, 1, Steps);
        return Page();
    }

    private Task<IActionResult> Change(int step, Action<ReorganizationDesk> change) => Change(step, desk =>
    {
        change(desk);
        return Task.CompletedTask;
    });

    private async Task<IActionResult> Change(int step, Func<ReorganizationDesk, Task> change)
    {
        Step = step;
        if (await ReorganizationDesk.Read(db, Key) is not { } desk)
            return NotFound();
        await change(desk);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/reorganizations/{Key}?step={step}");
    }

    private static DepartmentId? IdOf(string? text) => Guid.TryParse(text, out var id) ? DepartmentId.From(id) : null;
}
