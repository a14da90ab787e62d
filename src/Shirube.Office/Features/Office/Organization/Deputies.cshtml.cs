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
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

/// <summary>Who stands in for a person who is away.</summary>
[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class DeputiesPage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Deputy { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public Person There { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];
    public IReadOnlyList<DeputyRow> Rows { get; private set; } = [];
    public DateOnly Today => signedIn.Today;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        (From, To) = (Today, null);
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Load(Key) is not { } absent)
            return NotFound();
        var deputy = await Load(Deputy ?? "");
        (deputy is null ? Refusals.NameMissing("代理をする人") : From is null || To is null ? Refusals.DayMissing : null).ThrowIfAny();
        deputy!.StandInFor(absent, Guid.TryParse(Post, out var post) ? AssignmentId.From(post) : default, From!.Value, To!.Value);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/{Key}/deputies");
    }

    public async Task<IActionResult> OnPostEnd(Guid deputyship)
    {
        var id = DeputyshipId.From(deputyship);
        if (await db.People.Include(p => p.Deputyships).SingleOrDefaultAsync(p => p.Deputyships.Any(d => d.Id == id)) is not { } deputy)
            return NotFound();
        deputy.StopStandingIn(id, Today.AddDays(-1));
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/{Key}/deputies");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.People.AsNoTracking().Include(p => p.Assignments).SingleOrDefaultAsync(p => p.Key == new PublicKey(Key)) is not { } person)
            return NotFound();
        There = person;
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name);
        Posts = [.. person.Assignments.Where(a => a.To is not { } to || to >= Today).OrderBy(a => !a.IsMain).ThenBy(a => a.From).Select(a => new SelectListItem($"{PostWords.Of(a, departments)} {Format.Days(a.From, a.To)}", $"{a.Id.Value}"))];
        var people = await db.People.AsNoTracking().Where(p => p.Id != person.Id && p.Assignments.Any(a => a.To == null || a.To >= Today)).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Key, p.Name, p.StaffNumber }).ToListAsync();
        People = [.. people.Select(p => new SelectListItem(p.StaffNumber is { } number ? $"{p.Name}({number})" : p.Name, p.Key.Value))];
        Rows = await DeputyRow.Of(db, person.Id, departments);
        return Page();
    }

    private Task<Person?> Load(string key) => db.People.Include(p => p.Assignments).Include(p => p.Deputyships).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(key));
}
