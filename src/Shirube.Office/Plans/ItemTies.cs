using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>What an item follows in the plan before and what follows it in the next, as people said.</summary>
/// <param name="Indicators">Indicators of the items before that the item does not use itself.</param>
public sealed record ItemTies(IReadOnlyList<ItemTie> Before, IReadOnlyList<ItemTie> After, IReadOnlyList<Indicator> Indicators)
{
    internal static async Task<ItemTies> Read(OfficeDb db, PlanId plan, PublicKey item)
    {
        var lineages = await db.Lineages.AsNoTracking().Include(l => l.Successors)
            .Where(l => l.EditionId == null && ((l.FromPlanId == plan && l.FromKey == item) || (l.ToPlanId == plan && l.FromKey != null && l.Successors.Any(s => s.ItemKey == item)))).ToListAsync();
        if (lineages.Count == 0)
            return new([], [], []);
        var keys = lineages.SelectMany(l => l.Successors.Select(s => s.ItemKey).Append(l.FromKey!.Value)).Distinct().ToList();
        var found = await (from i in db.PlanItems
                           join e in db.Editions on i.EditionId equals e.Id
                           join p in db.Plans on e.PlanId equals p.Id
                           where keys.Contains(i.Key)
                           orderby p.ShownId == e.Id descending, e.Id descending
                           select new ItemTie(p.Id, p.Key, p.Name, i.Key, i.Code, i.Title, null)).AsNoTracking().ToListAsync();
        IReadOnlyList<ItemTie> Named(IEnumerable<(PlanId Plan, PublicKey Key, string? Reason)> ends) => [.. ends.Select(e => found.Find(f => f.Plan == e.Plan && f.Key == e.Key) is { } tie ? tie with { Reason = e.Reason } : null).OfType<ItemTie>()];
        var before = Named(lineages.Where(l => l.ToPlanId == plan).Select(l => (l.FromPlanId, l.FromKey!.Value, l.Reason)));
        var after = Named(lineages.Where(l => l.FromPlanId == plan).SelectMany(l => l.Successors.Select(s => (l.ToPlanId, s.ItemKey, l.Reason))));
        return new(before, after, before.Count == 0 ? [] : await IndicatorsOf(db, before, plan, item));
    }

    private static async Task<IReadOnlyList<Indicator>> IndicatorsOf(OfficeDb db, IReadOnlyList<ItemTie> before, PlanId plan, PublicKey item)
    {
        var (plans, keys) = (before.Select(b => b.Plan).Distinct().ToList(), before.Select(b => b.Key).ToList());
        return await db.Indicators.AsNoTracking().Where(i => i.Uses.Any(u => u.PlanId != null && plans.Contains(u.PlanId.Value) && u.ItemKey != null && keys.Contains(u.ItemKey.Value)) && !i.Uses.Any(u => u.PlanId == plan && u.ItemKey == item)).OrderBy(i => i.Id).ToListAsync();
    }
}

/// <summary>An item of another plan that is tied to one.</summary>
public sealed record ItemTie(PlanId Plan, PublicKey PlanKey, string PlanName, PublicKey Key, string? Code, string Title, string? Reason)
{
    public string Name => Code is null ? Title : $"{Code} {Title}";
}
