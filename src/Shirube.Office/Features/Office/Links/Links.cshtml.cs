using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Where all that links plans with each other, with goals and with partners is found; which plans are linked how often.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class LinksPage(OfficeDb db) : PageModel
{
    public IReadOnlyList<Row> Plans { get; private set; } = [];
    public IReadOnlyDictionary<(PlanId, PlanId), int> Links { get; private set; } = new Dictionary<(PlanId, PlanId), int>();
    public Count Counts { get; private set; } = new(0, 0, 0);

    public sealed record Row(PlanId Id, PublicKey Key, string Name);

    public sealed record Count(int Initiatives, int Goals, int Partners);

    public async Task OnGet()
    {
        Plans = await db.Plans.OrderBy(p => p.First).ThenBy(p => p.Name).ThenBy(p => p.Id).Select(p => new Row(p.Id, p.Key, p.Name)).ToListAsync();
        var pairs = await db.ItemLinks.GroupBy(l => new { l.PlanId, l.OtherPlanId }).Select(g => new { g.Key.PlanId, g.Key.OtherPlanId, Count = g.Count() }).ToListAsync();
        Links = pairs.SelectMany(p => new[] { (Pair: (p.PlanId, p.OtherPlanId), p.Count), (Pair: (p.OtherPlanId, p.PlanId), p.Count) }).GroupBy(p => p.Pair).ToDictionary(g => g.Key, g => g.Sum(p => p.Count));
        Counts = new(await db.Initiatives.CountAsync(), await db.GoalLinks.Select(l => l.Goal).Distinct().CountAsync(), await db.PartnerActivities.CountAsync());
    }

    public int LinksOf(Row plan, Row other) => Links.GetValueOrDefault((plan.Id, other.Id));
}
