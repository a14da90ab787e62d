using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>One of the 17 goals: the items and projects that serve it, what they cost with each project once, and the partners.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class OneGoalPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public int Goal { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<PartnerActivity> Partners { get; private set; } = [];
    public CostTotal Total { get; private set; } = CostTotal.Of([]);
    public bool MayEdit => signedIn.May(Operation.EditPlan);
    public string? CostWords { get; private set; }

    /// <param name="Address">Null where the edition that the office means lacks the item.</param>
    public sealed record Line(PublicKey Key, string Name, string? Address, string Place, string? Target, Strength Strength, string? Reason, bool IsItem, bool IsSample);

    public async Task<IActionResult> OnGet(int goal)
    {
        if (!GlobalGoals.Knows(goal))
            return NotFound();
        Goal = goal;
        var links = await db.GoalLinks.AsNoTracking().Where(l => l.Goal == goal).OrderBy(l => l.Strength).ThenBy(l => l.Target).ThenBy(l => l.Id).ToListAsync();
        var (trees, costs) = (await LinkedTrees.Read(db), await LatestCosts.Read(db, signedIn.Today));
        var ids = links.Select(l => l.ProjectId).OfType<ProjectId>().ToList();
        var projects = await db.Projects.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Key, p.Name }).ToDictionaryAsync(p => p.Id);
        Lines = [.. links.Select(l => l.ProjectId is { } project ? new Line(l.Key, projects[project].Name, $"~/projects/{projects[project].Key}", "", l.Target, l.Strength, l.Reason, false, l.IsSample)
            : trees.Places.Find(l.ItemKey!.Value) is { } place ? new(l.Key, place.Name, $"~/plans/{place.PlanKey}/{place.Key}", place.PlanName, l.Target, l.Strength, l.Reason, true, l.IsSample)
            : new(l.Key, "(庁内で使う版にない項目)", null, "", l.Target, l.Strength, l.Reason, true, l.IsSample))];
        (Total, CostWords) = (costs.Of(trees.Projects(links)), costs.Words);
        Partners = await db.PartnerActivities.AsNoTracking().Where(a => a.Goal == goal).OrderBy(a => a.Kind).ThenBy(a => a.Who).ThenBy(a => a.Id).ToListAsync();
        return Page();
    }
}
