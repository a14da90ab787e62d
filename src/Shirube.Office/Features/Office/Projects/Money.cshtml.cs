using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class ProjectMoneyPage(OfficeDb db, Reach reach) : EditPage<MoneyForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public MoneyStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [FromQuery(Name = "unit")]
    public int? UnitAsked { get; set; }

    public string Name { get; private set; } = "";
    public PlanPaths Paths { get; private set; } = null!;
    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];
    public MoneyStage StageShown => Stage ?? MoneyStage.Settled;

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } project)
            return NotFound();
        await reach.Demand(Operation.EditProject, project);
        Db.Expect(project, Version);
        foreach (var year in Form.YearsTyped())
            foreach (var kind in Enum.GetValues<MoneyKind>())
                if (Errors.Read($"Cells[{year.Value}-{kind}]", () => Form.FigureOf(year, kind)) is var figure && ModelState.IsValid)
                    project.Record(year, StageShown, kind, figure);
        foreach (var year in Form.YearsTyped())
            if (Errors.Read($"Cells[{year.Value}-Heads]", () => Form.StaffOf(year)) is { } staff)
                project.Staff(year, StageShown, staff.Heads, staff.Hours, staff.Fte);
        if (!ModelState.IsValid)
            return await ShowAgain();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/projects/{Key}");
    }

    protected override async Task<Saved<MoneyForm>?> Saved()
    {
        if (await Load() is not { } project)
            return null;
        await reach.Demand(Operation.EditProject, project);
        Stage ??= project.Money.OrderByDescending(m => m.FiscalYear).ThenByDescending(m => m.Stage).FirstOrDefault()?.Stage ?? MoneyStage.Settled;
        Years = YearsOf(project);
        return new(project.Version, MoneyForm.Of(project, StageShown, Years, UnitAsked ?? Form.Unit), project.Id.Value);
    }

    protected override async Task Offer()
    {
        var there = await Db.Projects.Where(p => p.Key == new PublicKey(Key)).Select(p => new { p.Id, p.Name }).SingleAsync();
        (Name, Paths) = (there.Name, await PlanPaths.Of(Db, there.Id, reach.Year));
        if (Years.Count == 0)
            Years = [.. Form.YearsTyped()];
    }

    protected override IReadOnlyList<FormField> FieldsOf(MoneyForm form) => form.Fields();

    private Task<Project?> Load() => Db.Projects.Include(p => p.Ownerships).Include(p => p.Money).Include(p => p.Staffing).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Key));

    private IReadOnlyList<FiscalYear> YearsOf(Project project)
    {
        var known = project.Money.Where(m => m.Stage == StageShown).Select(m => m.FiscalYear).Concat(project.Staffing.Where(s => s.Stage == StageShown).Select(s => s.FiscalYear)).ToList();
        var last = known.Count > 0 ? known.Max() : reach.Year;
        return [.. known.Append(last).Append(last.Next).Concat(Typed.Year(From) is { } asked ? [asked] : []).Distinct().Order()];
    }
}
