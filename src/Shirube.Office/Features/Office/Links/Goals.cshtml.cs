using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>The 17 goals with how much serves each, and the municipality's own set.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class GoalsPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public IReadOnlyDictionary<int, Count> Counts { get; private set; } = new Dictionary<int, Count>();
    public OwnGoalSet? OwnSet { get; private set; }
    public IReadOnlyList<OwnGoal> Own { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    /// <param name="Projects">Those that serve the goal by themselves or stand under an item that does, each once.</param>
    public sealed record Count(int Items, int Projects, int Partners);

    public async Task OnGet()
    {
        var links = (await db.GoalLinks.AsNoTracking().ToListAsync()).ToLookup(l => l.Goal);
        var partners = await db.PartnerActivities.Where(a => a.Goal != null).GroupBy(a => a.Goal!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var trees = await LinkedTrees.Read(db);
        Counts = GlobalGoals.All.ToDictionary(g => g, g => new Count(links[g].Select(l => l.Item).OfType<ItemPlace>().Distinct().Count(), trees.Projects(links[g]).Count, partners.GetValueOrDefault(g)));
        OwnSet = await db.OwnGoalSets.AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync();
        Own = await db.OwnGoals.AsNoTracking().Include(g => g.Relations).OrderBy(g => g.Order).ThenBy(g => g.Id).AsSingleQuery().ToListAsync();
    }
}
