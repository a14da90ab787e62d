using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>Two editions of a plan, what changed from one to the other, and why.</summary>
/// <param name="Reasons">Of the new edition and of those between it and the old one, by item, the newest first.</param>
/// <param name="Merged">Into which items one went in these editions, where a person merged or split it.</param>
public sealed record EditionComparison(Plan Plan, IReadOnlyList<Edition> Editions, Edition Old, Edition New, ComparisonTable Table, ILookup<PublicKey, ChangeReason> Reasons, ILookup<PublicKey, PublicKey> Merged)
{
    public string? ReasonOf(ComparedItem line) => Reasons[line.Shown.Key].Select(r => r.Text).ToList() is { Count: > 0 } texts ? string.Join("\n", texts) : null;

    /// <summary>What became of an item that is gone, or from what a new one was split off, in words; null where nobody merged or split it.</summary>
    public string? SuccessionOf(ComparedItem line) =>
        line.New is null && TitlesOf(Merged[line.Shown.Key]) is { Length: > 0 } into ? $"{into}に統合"
        : line.Old is null && TitlesOf(Merged.Where(m => m.Contains(line.Shown.Key) && m.Key != line.Shown.Key).Select(m => m.Key)) is { Length: > 0 } from ? $"{from}から分割" : null;

    /// <summary>Null where the plan or one of the editions is not there. Without a new edition the shown one is meant, without an old one what the new one came from.</summary>
    public static async Task<EditionComparison?> Read(OfficeDb db, string planKey, string? from, string? with)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Key == new PublicKey(planKey)) is not { } plan)
            return null;
        var editions = await db.Editions.AsNoTracking().Where(e => e.PlanId == plan.Id).OrderByDescending(e => e.Id).ToListAsync();
        if (editions.Find(e => string.IsNullOrEmpty(with) ? e.Id == plan.ShownId : e.Key.Value == with) is not { } @new || (string.IsNullOrEmpty(from) ? BasisOf(@new, editions) : editions.Find(e => e.Key.Value == from)) is not { } old)
            return null;
        var states = await States(db, [old.Id, @new.Id]);
        var between = Between(old, @new, editions);
        var reasons = await db.ChangeReasons.AsNoTracking().Where(r => between.Contains(r.EditionId)).OrderByDescending(r => r.EditionId).ToListAsync();
        var lineages = await db.Lineages.AsNoTracking().Include(l => l.Successors).Where(l => l.EditionId != null && between.Contains(l.EditionId.Value)).ToListAsync();
        return new(plan, editions, old, @new, ComparisonTable.Of([.. states[old.Id]], [.. states[@new.Id]]), reasons.ToLookup(r => r.ItemKey),
            lineages.SelectMany(l => l.Successors.Select(s => (From: l.FromKey!.Value, To: s.ItemKey))).ToLookup(l => l.From, l => l.To));
    }

    private string TitlesOf(IEnumerable<PublicKey> keys) =>
        string.Join("、", keys.Select(k => Table.Lines.FirstOrDefault(l => l.Shown.Key == k)?.Shown.Title).OfType<string>().Select(t => $"「{t}」"));

    // why: an edition copied from a copy carries on the reasons of the steps between; one that did not come from the old edition has only its own.
    private static List<EditionId> Between(Edition old, Edition @new, List<Edition> editions)
    {
        var chain = EditionChain.Of(@new, editions);
        return chain.IndexOf(old.Id) is > 0 and var at ? chain[..at] : [@new.Id];
    }

    // why: an edition that came from nothing is compared with its alternative, or with the one made before it, or with itself.
    private static Edition BasisOf(Edition edition, List<Edition> newestFirst) =>
        newestFirst.Find(e => e.Id == edition.BasisId) ?? newestFirst.Find(e => e.Id != edition.Id && edition.Alternatives is not null && e.Alternatives == edition.Alternatives) ?? newestFirst.Find(e => e.Id.Value.CompareTo(edition.Id.Value) < 0) ?? edition;

    private static async Task<ILookup<EditionId, ItemState>> States(OfficeDb db, IReadOnlyCollection<EditionId> editions)
    {
        var items = await (from item in db.PlanItems
                           join level in db.Set<Level>() on item.LevelId equals level.Id
                           where editions.Contains(item.EditionId)
                           select new { item.Id, item.EditionId, item.Key, item.ParentId, item.Order, Level = level.Name, item.Code, item.Title, item.PlainTitle, item.Body }).AsNoTracking().ToListAsync();
        var keys = items.ToDictionary(i => i.Id, i => i.Key);
        return items.ToLookup(i => i.EditionId, i => new ItemState(i.Key, i.ParentId is { } parent ? keys[parent] : null, i.Order, i.Level, i.Code, i.Title, i.PlainTitle, i.Body));
    }
}
