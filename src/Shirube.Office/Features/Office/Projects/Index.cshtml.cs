using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ProjectsPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public ProjectFilter Filter { get; set; } = new();

    [FromQuery(Name = "page")]
    public int Shown { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public MoneySlice? Slice { get; private set; }
    public IReadOnlyList<MoneySlice> Slices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];
    public bool MayAdd => signedIn.May(Operation.EditProject);

    public sealed record Row(PublicKey Key, string? Number, string Name, bool IsSample, string? Class, DepartmentId? Department, string? ItemCode, string? ItemTitle, long? Total, long? Sources, int Count)
    {
        public string? DepartmentName { get; init; }
        public Yen? Money => (Total ?? Sources) is { } yen ? new(yen) : null;
    }

    public async Task OnGet()
    {
        ModelState.Clear();
        var year = FiscalYear.Of(signedIn.Today);
        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.Code).ThenBy(d => d.Name).ToListAsync();
        var places = await PlanPlaces.Read(db);
        var projects = Filter.Apply(db, departments, places, year);
        await ReadSlices(projects);
        Rows = [.. (await ReadRows(projects, year)).Select(r => r with { DepartmentName = departments.Find(d => d.Id == r.Department)?.Name })];
        Count = Rows.Count == 0 ? 0 : Rows[0].Count;
        Departments = DepartmentChoices.Of(departments.Where(d => d.ExistsIn(year)));
        Items = places.Choices();
        Classes = [.. Slices.SelectMany(s => s.Classes).Concat([Filter.Class]).OfType<string>().Where(c => c.Length > 0).Distinct().Order().Select(c => new SelectListItem(c, c))];
    }

    private async Task ReadSlices(IQueryable<Project> projects)
    {
        Slices = await MoneySlice.Of(db, projects);
        Slice = Slices.FirstOrDefault(s => s.Key == Filter.Money) ?? Slices.FirstOrDefault(s => s.Stage == MoneyStage.Settled) ?? Slices.FirstOrDefault();
    }

    private async Task<List<Row>> ReadRows(IQueryable<Project> projects, FiscalYear year)
    {
        var (moneyYear, stage) = (Slice?.Year ?? year, Slice?.Stage ?? MoneyStage.Settled);
        var rows = from p in Filter.Order(projects, moneyYear, stage)
                   let main = p.Placements.Where(l => l.IsMain).OrderBy(l => l.PlanId).Select(l => l.ItemKey).FirstOrDefault()
                   let item = db.PlanItems.Where(i => i.Key == main).OrderByDescending(i => i.EditionId).FirstOrDefault()
                   select new Row(p.Key, p.Number, p.Name, p.IsSample, p.Class,
                       p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault(),
                       item.Code, item.Title,
                       p.Money.Where(m => m.FiscalYear == moneyYear && m.Stage == stage && m.Kind == MoneyKind.Total).Select(m => (long?)m.Amount).FirstOrDefault(),
                       p.Money.Where(m => m.FiscalYear == moneyYear && m.Stage == stage && m.Amount != null && CostCheck.Sources.Contains(m.Kind)).Sum(m => (long?)m.Amount),
                       projects.Count());
        var page = Math.Max(1, Shown);
        return await rows.Skip((page - 1) * Size).Take(Size).ToListAsync();
    }
}
