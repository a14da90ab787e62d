using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Links a project with goals of the SDGs.</summary>
[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class ProjectLinksPage(OfficeDb db, Reach reach) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public GoalForm Goal { get; set; } = new();

    public Project Project { get; private set; } = null!;
    public PlanPaths Paths { get; private set; } = null!;
    public Linkage Linked { get; private set; } = null!;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostGoal()
    {
        if (!await Find())
            return NotFound();
        // why: nobody links the same goal between the question whether it is linked and the save.
        await using var write = await db.BeginWriteAsync();
        db.Add(GoalLink.Of(Project.Id, Goal.Words(), await db.GoalLinks.Where(l => l.ProjectId == Project.Id).ToListAsync()));
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return LocalRedirect($"~/projects/{Key}/links");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (!await Find())
            return NotFound();
        Paths = await PlanPaths.Of(db, Project.Id, reach.Year);
        Linked = await Linkage.OfProject(db, Project.Id, Paths);
        return Page();
    }

    private async Task<bool> Find()
    {
        if (await db.Projects.Include(p => p.Ownerships).SingleOrDefaultAsync(p => p.Key == new PublicKey(Key)) is not { } project)
            return false;
        await reach.Demand(Operation.EditProject, project);
        Project = project;
        return true;
    }
}
