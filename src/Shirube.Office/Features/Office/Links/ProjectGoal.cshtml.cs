using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>What a project does for a goal of the SDGs: corrects or removes it.</summary>
[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class ProjectGoalPage(OfficeDb db, Reach reach) : EditPage<GoalForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Link { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } link)
            return NotFound();
        Db.Expect(link, Version);
        link.Say(Form.Words(), await Db.GoalLinks.AsNoTracking().Where(l => l.ProjectId == link.ProjectId).ToListAsync());
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/projects/{Key}/links");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (await Load() is not { } link)
            return NotFound();
        Db.Expect(link, Version);
        Db.Remove(link);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/projects/{Key}/links");
    }

    protected override async Task<Saved<GoalForm>?> Saved() => await Load() is { } link ? new(link.Version, GoalForm.Of(link), link.Id.Value) : null;

    protected override IReadOnlyList<FormField> FieldsOf(GoalForm form) => form.Fields();

    protected override async Task Offer() => Name = await Db.Projects.Where(p => p.Key == new PublicKey(Key)).Select(p => p.Name).SingleAsync();

    // why: the project is demanded before the link is looked for, so that nobody learns of another department's links.
    private async Task<GoalLink?> Load()
    {
        if (await Db.Projects.Include(p => p.Ownerships).SingleOrDefaultAsync(p => p.Key == new PublicKey(Key)) is not { } project)
            return null;
        await reach.Demand(Operation.EditProject, project);
        return await Db.GoalLinks.SingleOrDefaultAsync(l => l.Key == new PublicKey(Link) && l.ProjectId == project.Id);
    }
}
