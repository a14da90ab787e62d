using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

// why: going back behind what others saved is the planner's; who edits one department corrects with the ordinary form.
[Authorize(Policy = nameof(Operation.EditPlan)), Authorize(Policy = nameof(Operation.EditProject))]
public sealed class ProjectPutBackPage(OfficeDb db, SignedIn signedIn) : PutBackPage(db, signedIn)
{
    private Project project = null!;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    protected override async Task<(Aggregate, Guid, PutBackPlace)?> Load()
    {
        if (await Db.Projects.Include(p => p.Ownerships).Include(p => p.Placements).Include(p => p.BudgetLines).Include(p => p.Money).Include(p => p.Staffing).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Key)) is not { } found)
            return null;
        project = found;
        return (found, found.Id.Value, new(found.Name, $"~/projects/{Key}", "projects", [new("事務事業", "~/projects")]));
    }

    // why: the line alone does not say where it will stand among the others.
    protected override HistoryField? Shown(PastField past, HistoryField? change) =>
        change is null || past.Name != nameof(BudgetLine) ? change
        : (BudgetText.WriteAll(project.BudgetLines), BudgetText.WriteAll(project.BudgetWith(past))) is var (now, then) && now != then ? new("予算科目", Blank.ToNull(now), Blank.ToNull(then), change.Spot) : null;

    protected override Task PutBack(PastField past, string why) => project.PutBack(past, Db);
}
