using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>What is public of the plans' terms and reviews, of what follows what, and of the reasons of changes: all between public plans, items and editions.</summary>
internal sealed class PublicSuccession(OfficeDb db, IReadOnlyDictionary<PlanId, PublicKey> plans, IReadOnlySet<(PlanId, PublicKey)> items)
{
    public async Task<ReleaseContent> AddToAsync(ReleaseContent content, CancellationToken cancel)
    {
        var terms = (await db.Set<PlanTerm>().AsNoTracking().ToListAsync(cancel)).Where(t => plans.ContainsKey(t.PlanId));
        var reviews = (await db.Set<PlanReview>().AsNoTracking().ToListAsync(cancel)).Where(r => plans.ContainsKey(r.PlanId));
        var lineages = (await db.Lineages.AsNoTracking().Include(l => l.Successors).ToListAsync(cancel))
            .Where(l => l.EditionId is null && plans.ContainsKey(l.FromPlanId) && plans.ContainsKey(l.ToPlanId) && (l.FromKey is not { } from || items.Contains((l.FromPlanId, from))));
        return content with
        {
            PlanTerms = [.. terms.Select(t => new ReleasedPlanTerm(plans[t.PlanId], t.First, t.Last, t.Name))],
            PlanReviews = [.. reviews.Select(r => new ReleasedPlanReview(plans[r.PlanId], r.Year, r.Reason, r.Outcome?.Result, r.Outcome?.Body, r.Outcome?.Day, r.Outcome?.Reason))],
            Lineages = [.. lineages.SelectMany(RowsOf)],
            ChangeReasons = await ReasonsAsync(cancel),
        };
    }

    // why: an item that goes on in a draft alone would tell of the draft, and so would the reason of one that goes on there too.
    private IEnumerable<ReleasedLineage> RowsOf(Lineage lineage)
    {
        var open = lineage.Successors.Select(s => s.ItemKey).Where(k => items.Contains((lineage.ToPlanId, k))).ToList();
        var reason = open.Count == lineage.Successors.Count ? lineage.Reason : null;
        return (lineage.Successors.Count == 0 ? [(PublicKey?)null] : open.Select(k => (PublicKey?)k)).Select(to => new ReleasedLineage(plans[lineage.FromPlanId], lineage.FromKey, plans[lineage.ToPlanId], to, reason));
    }

    private async Task<IReadOnlyList<ReleasedChangeReason>> ReasonsAsync(CancellationToken cancel)
    {
        var editions = (await db.Editions.AsNoTracking().ToListAsync(cancel)).Where(e => e.IsPublic).ToDictionary(e => e.Id);
        var reasons = await db.ChangeReasons.AsNoTracking().ToListAsync(cancel);
        return [.. reasons.Where(r => editions.TryGetValue(r.EditionId, out var edition) && items.Contains((edition.PlanId, r.ItemKey))).Select(r => new ReleasedChangeReason(editions[r.EditionId].Key, r.ItemKey, r.Text))];
    }
}
