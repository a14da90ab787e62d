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

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? StaffNumber { get; set; }

    public Person There { get; private set; } = null!;
    public string? UserName { get; private set; }
    public IReadOnlyDictionary<DepartmentId, string> DepartmentNames { get; private set; } = new Dictionary<DepartmentId, string>();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    /// <summary>Who stands in for whose post: this person for others, and others for this person.</summary>
    public IReadOnlyList<DeputyRow> Deputies { get; private set; } = [];
    public string? Link { get; private set; }
    public DateOnly Today => signedIn.Today;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        From = Today;
        return ShowAgain();
    }

    public Task<IActionResult> OnPostAssign(bool main) => Change(person =>
        person.Assign(RoleNames.Parse(Role ?? ""), Guid.TryParse(Department, out var id) ? DepartmentId.From(id) : null, From ?? Today, To, main ? true : null));

    public Task<IActionResult> OnPostMain(Guid assignment) => Change(person => person.MakeMain(AssignmentId.From(assignment)));

    public Task<IActionResult> OnPostCancel(Guid assignment) => Change(async person =>
    {
        (await db.People.AnyAsync(p => p.Deputyships.Any(d => d.PostId == AssignmentId.From(assignment))) ? Refusals.PostHasDeputy : null).ThrowIfAny();
        person.Cancel(AssignmentId.From(assignment), Today);
    });

    public Task<IActionResult> OnPostReschedule(Guid assignment, DateOnly? first, DateOnly? last) => Change(async person =>
    {
        (first is null ? Refusals.DayMissing : last is not null && await db.IsLastManager(AssignmentId.From(assignment), Today) ? Refusals.LastManager : null).ThrowIfAny();
        person.Reschedule(AssignmentId.From(assignment), first!.Value, last);
    });

    public Task<IActionResult> OnPostEnd(Guid assignment) => Change(async person =>
    {
        var post = AssignmentId.From(assignment);
        (await db.IsLastManager(post, Today) ? Refusals.LastManager : null).ThrowIfAny();
        // why: a role given today and ended today never held; the day before its first would be refused.
        person.End(post, person.Assignments.FirstOrDefault(a => a.Id == post)?.From >= Today ? Today : Today.AddDays(-1));
    });

    public Task<IActionResult> OnPostRename() => Change(async person =>
    {
        (await db.WhyNotNumber(person.Id, StaffNumber)).ThrowIfAny();
        person.Rename(Name ?? "", StaffNumber);
    });

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
        (Name, StaffNumber) = (Name ?? person.Name, StaffNumber ?? person.StaffNumber);
        UserName = await db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.UserName).SingleOrDefaultAsync();
        var departments = await db.Departments.AsNoTracking().ToListAsync();
        DepartmentNames = departments.ToDictionary(d => d.Id, d => d.Name);
        // why: posts are given for next April too, in departments that begin then.
        Departments = DepartmentChoices.Of(departments.Where(d => d.ExistsIn(FiscalYear.Of(Today)) || d.ExistsIn(FiscalYear.Of(Today).Next)));
        Deputies = await DeputyRow.Of(db, person.Id, DepartmentNames);
        History = await RecentChanges.Of(db, [person.Id.Value], personal: true);
        return Page();
    }

    private Task<IActionResult> Change(Action<Person> change) => Change(person =>
    {
        change(person);
        return Task.CompletedTask;
    });

    private async Task<IActionResult> Change(Func<Person, Task> change)
    {
        if (await Load() is not { } person)
            return NotFound();
        await change(person);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/{Key}");
    }

    private Task<Person?> Load() => db.People.Include(p => p.Assignments).SingleOrDefaultAsync(p => p.Key == new PublicKey(Key));
}
