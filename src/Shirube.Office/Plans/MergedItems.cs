using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>What was merged and split while an edition and those it was copied from were written.</summary>
internal sealed class MergedItems
{
    private readonly Dictionary<PublicKey, PublicKey> into = [];

    // why: the newest edition comes first; what it says of an item goes before what an older one said.
    private MergedItems(IEnumerable<Lineage> newestFirst)
    {
        foreach (var lineage in newestFirst)
            if (lineage.FromKey is { } from)
                into.TryAdd(from, lineage.Successors.OrderBy(s => s.Order).First().ItemKey);
    }

    public static async Task<MergedItems> Of(OfficeDb db, Edition edition)
    {
        var chain = EditionChain.Of(edition, await db.Editions.AsNoTracking().Where(e => e.PlanId == edition.PlanId).ToListAsync());
        var lineages = await db.Lineages.AsNoTracking().Include(l => l.Successors).Where(l => l.EditionId != null && chain.Contains(l.EditionId.Value)).ToListAsync();
        return new(lineages.OrderBy(l => chain.IndexOf(l.EditionId!.Value)));
    }

    /// <summary>Which of these items an item that is gone went to, over however many merges; null where to none.</summary>
    public PublicKey? Heir(PublicKey item, IReadOnlySet<PublicKey> there)
    {
        var seen = new HashSet<PublicKey>();
        for (var at = item; seen.Add(at) && into.TryGetValue(at, out var next); at = next)
            if (there.Contains(next))
                return next;
        return null;
    }
}

/// <summary>An edition and those it was copied from, the newest first.</summary>
internal static class EditionChain
{
    public static List<EditionId> Of(Edition edition, IReadOnlyCollection<Edition> all)
    {
        var chain = new List<EditionId> { edition.Id };
        for (var at = all.FirstOrDefault(e => e.Id == edition.BasisId); at is not null && !chain.Contains(at.Id); at = all.FirstOrDefault(e => e.Id == at.BasisId))
            chain.Add(at.Id);
        return chain;
    }
}
