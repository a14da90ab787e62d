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
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class PeoplePage(OfficeDb db, SignedIn signedIn, Invitations invitations) : PageModel, IShowsAgain
{
    public static readonly IReadOnlyList<SelectListItem> Roles = [.. Enum.GetValues<Role>().Select(r => new SelectListItem(Names.Of(r), r.ToString()))];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Department { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public string? Link { get; private set; }
    public string? Invited { get; private set; }
    public DateOnly Today => signedIn.Today;

    public sealed record Row(Person Person, string? UserName, DateTime? InvitedUntil)
    {
        public IReadOnlyList<string> Posts { get; init; } = [];
    }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var person = Person.Join(Name ?? "");
        person.Assign(RoleNames.Parse(Role ?? ""), Guid.TryParse(Department, out var id) ? DepartmentId.From(id) : null, Today);
        db.People.Add(person);
        var invited = await invitations.Invite(person, signedIn.Id);
        await db.SaveChangesAsync();
        (Link, Invited) = ($"{Request.Scheme}://{Request.Host}{invited.Path(HttpContext.Municipality().Code)}", person.Name);
        (Name, Role, Department) = (null, null, null);
        ModelState.Clear();
        return await ShowAgain();
    }

    public async Task<IActionResult> ShowAgain()
    {
        var departments = await db.Departments.AsNoTracking().ToListAsync();
        var names = departments.ToDictionary(d => d.Id, d => d.Name);
        Departments = DepartmentChoices.Of(departments.Where(d => d.ExistsIn(FiscalYear.Of(Today))));
        var rows = await db.People.AsNoTracking().Include(p => p.Assignments).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new Row(p,
            db.Accounts.Where(a => a.PersonId == p.Id).Select(a => a.UserName).FirstOrDefault(),
            db.Invitations.Where(i => i.PersonId == p.Id && i.AcceptedAtUtc == null && i.ReplacedAtUtc == null && i.RevokedAtUtc == null).Select(i => (DateTime?)i.UntilUtc).FirstOrDefault())).AsSplitQuery().ToListAsync();
        Rows = [.. rows.Select(r => r with { Posts = [.. r.Person.Assignments.Where(a => a.HoldsOn(Today)).Select(a => PostWords.Of(a, names))] })];
        return Page();
    }
}
