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

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.ManageDepartments)]
public sealed class DepartmentsPage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public string? From { get; set; }

    public FiscalYear Shown { get; private set; }
    public IReadOnlyList<(Department Department, int Depth)> Rows { get; private set; } = [];
    public IReadOnlyDictionary<DepartmentId, int> Projects { get; private set; } = new Dictionary<DepartmentId, int>();
    public IReadOnlyList<SelectListItem> Parents => DepartmentChoices.Of(Rows.Select(r => r.Department));
    public bool MayEdit => signedIn.May(Operation.ManageDepartments);

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        From = $"{FiscalYear.Of(signedIn.Today).Value}";
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var from = Typed.Year(From) ?? FiscalYear.Of(signedIn.Today);
        DepartmentId? parent = Guid.TryParse(Parent, out var id) ? DepartmentId.From(id) : null;
        var all = await db.Departments.ToListAsync();
        var department = Department.Establish(Name ?? "", from, parent, Code?.Trim());
        all.WhyNotName(department.Id, department.Name, parent, from).ThrowIfAny();
        db.Departments.Add(department);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/departments?year={from.Value}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        Shown = Blank.ToNull(Year) is { } typed && int.TryParse(typed, out var y) && y is >= 1868 and <= 2200 ? new(y) : FiscalYear.Of(signedIn.Today);
        var all = await db.Departments.AsNoTracking().ToListAsync();
        Rows = DepartmentChoices.InOrder(all.Where(d => d.ExistsIn(Shown)));
        var year = Shown;
        Projects = await db.Projects.Select(p => p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault())
            .Where(d => d != null).GroupBy(d => d).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count);
        return Page();
    }
}
