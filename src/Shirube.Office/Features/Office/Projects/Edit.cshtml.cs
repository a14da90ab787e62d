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
public sealed class EditProjectPage(OfficeDb db, Reach reach, SignedIn signedIn) : EditPage<ProjectForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public ProjectChoices Choices { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public PlanPaths Paths { get; private set; } = null!;

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } project)
            return NotFound();
        await reach.Demand(Operation.EditProject, project);
        Choices = await ProjectChoices.Read(Db, reach, signedIn);
        Db.Expect(project, Version);
        await Form.Write(project, Db, Choices.Places, Errors);
        if (Errors.Any)
            return await ShowAgain();
        if (Form.DepartmentChosen is { } department && department != project.OwnerIn(reach.Year))
        {
            (await reach.Includes(Operation.EditProject, department) ? null : Refusals.DepartmentMissing).ThrowIfAny();
            project.HandTo(department, Typed.Year(Form.DepartmentFrom) ?? reach.Year);
        }
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/projects/{Key}");
    }

    protected override async Task<Saved<ProjectForm>?> Saved()
    {
        if (await Load() is not { } project)
            return null;
        await reach.Demand(Operation.EditProject, project);
        Choices ??= await ProjectChoices.Read(Db, reach, signedIn);
        return new(project.Version, ProjectForm.Of(project, reach.Year), project.Id.Value);
    }

    protected override async Task Offer()
    {
        Choices ??= await ProjectChoices.Read(Db, reach, signedIn);
        var there = await Db.Projects.Where(p => p.Key == new PublicKey(Key)).Select(p => new { p.Id, p.Name }).SingleAsync();
        (Name, Paths) = (there.Name, await PlanPaths.Of(Db, there.Id, reach.Year));
    }

    protected override IReadOnlyList<FormField> FieldsOf(ProjectForm form) => Choices.Fields(form);

    private Task<Project?> Load() => Db.Projects.Include(p => p.Ownerships).Include(p => p.Placements).Include(p => p.BudgetLines).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Key));
}
