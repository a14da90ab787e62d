using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class NewProjectPage(OfficeDb db, Reach reach, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public ProjectChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string? item)
    {
        ModelState.Clear();
        Form.DepartmentFrom = $"{reach.Year.Value}";
        var result = await ShowAgain();
        if (item is not null && Choices.Places.Find(new(item)) is { } place)
            Form.Places[$"{place.PlanId.Value}"] = item;
        return result;
    }

    public async Task<IActionResult> OnPost()
    {
        Choices = await ProjectChoices.Read(db, reach, signedIn);
        var errors = new FormErrors(ModelState);
        if (errors.Read("Name", () => Project.Start(null, Form.Name ?? "")) is not { } project)
            return await ShowAgain();
        await Form.Write(project, db, Choices.Places, errors);
        if (errors.Any)
            return await ShowAgain();
        // why: who may edit only the own department's projects would lose sight of one that nobody owns.
        (await reach.Includes(Operation.EditProject, Form.DepartmentChosen) ? null : Refusals.DepartmentMissing).ThrowIfAny();
        if (Form.DepartmentChosen is { } department)
            project.HandTo(department, Typed.Year(Form.DepartmentFrom) ?? reach.Year);
        db.Projects.Add(project);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/projects/{project.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        Choices ??= await ProjectChoices.Read(db, reach, signedIn);
        if (Choices.Departments.Count == 1)
            Form.Department ??= Choices.Departments[0].Value;
        return Page();
    }
}
