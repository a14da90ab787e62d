using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.ManageDepartments)]
public sealed class DepartmentsPage(OfficeDb db, ListDesk desk, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public string? From { get; set; }

    public ListView List { get; private set; } = null!;
    public FiscalYear Shown => List.Setting.Year;
    public IReadOnlyList<SelectListItem> Parents => DepartmentChoices.Of(List.Setting.Facts.Departments.Where(d => d.ExistsIn(Shown)));
    public bool MayEdit => signedIn.May(Operation.ManageDepartments);

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        From = $"{FiscalYear.Of(signedIn.Today).Value}";
        return await ShowAgain();
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
        var (list, better) = await desk.Show("departments", Request.QueryString.Value, (l, s) => l.Departments(s));
        if (better is not null)
            return LocalRedirect(better);
        List = list!;
        return Page();
    }
}
