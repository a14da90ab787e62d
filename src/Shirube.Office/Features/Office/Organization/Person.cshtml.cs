using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class PersonPage(OfficeDb db, SignedIn signedIn, Invitations invitations) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Department { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public Person There { get; private set; } = null!;
    public string? UserName { get; private set; }
    public IReadOnlyDictionary<DepartmentId, string> DepartmentNames { get; private set; } = new Dictionary<DepartmentId, string>();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public string? Link { get; private set; }
    public DateOnly Today => signedIn.Today;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        From = Today;
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostAssign()
    {
        if (await Load() is not { } person)
            return NotFound();
        person.Assign(RoleNames.Parse(Role ?? ""), Guid.TryParse(Department, out var id) ? DepartmentId.From(id) : null, From ?? Today);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/{Key}");
    }

    public async Task<IActionResult> OnPostEnd(Guid assignment)
    {
        if (await Load() is not { } person || person.Assignments.All(a => a.Id.Value != assignment))
            return NotFound();
        var post = AssignmentId.From(assignment);
        (await IsLastManager(post) ? Refusals.LastManager : null).ThrowIfAny();
        // why: a role given today and ended today never held; the day before its first would be refused.
        person.End(post, person.Assignments.Single(a => a.Id == post).From >= Today ? Today : Today.AddDays(-1));
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/{Key}");
    }

    public async Task<IActionResult> OnPostInvite()
    {
        if (await Load() is not { } person)
            return NotFound();
        var invited = await invitations.Invite(person, signedIn.Id);
        await db.SaveChangesAsync();
        Link = $"{Request.Scheme}://{Request.Host}{invited.Path(HttpContext.Municipality().Code)}";
        return await ShowAgain();
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.People.AsNoTracking().Include(p => p.Assignments).SingleOrDefaultAsync(p => p.Key == new PublicKey(Key)) is not { } person)
            return NotFound();
        There = person;
        UserName = await db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.UserName).SingleOrDefaultAsync();
        var departments = await db.Departments.AsNoTracking().ToListAsync();
        DepartmentNames = departments.ToDictionary(d => d.Id, d => d.Name);
        Departments = DepartmentChoices.Of(departments.Where(d => d.ExistsIn(FiscalYear.Of(Today))));
        History = HistoryLine.Of(await db.ChangeLog.OfAsync(person.Id), HistoryNames.None with { Departments = departments.ToDictionary(d => d.Id.Value, d => d.Name) });
        return Page();
    }

    private Task<Person?> Load() => db.People.Include(p => p.Assignments).SingleOrDefaultAsync(p => p.Key == new PublicKey(Key));

    private async Task<bool> IsLastManager(AssignmentId ending)
    {
        var people = await db.People.AsNoTracking().Include(p => p.Assignments).Where(p => db.Accounts.Any(a => a.PersonId == p.Id)).ToListAsync();
        var managers = people.SelectMany(p => p.Assignments).Where(a => a.HoldsOn(Today) && a.To is null && Permissions.ScopeOf(a.Role, Operation.ManagePeople) == Scope.All).Select(a => a.Id).ToList();
        return managers.Contains(ending) && managers.Count == 1;
    }
}
