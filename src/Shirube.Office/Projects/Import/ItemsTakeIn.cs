using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The items of the file's tree: found again by their path, by level and number, by title, or added.</summary>
internal sealed class ItemsTakeIn
{
    private readonly Holdings holdings;
    private readonly Ledger ledger;
    private readonly ImportBatch batch;
    private readonly Plan? plan;
    private readonly PlanTree? tree;
    private readonly List<PlanItem> items;
    private readonly Dictionary<string, PlanItem> byPath = [];
    private readonly HashSet<string> spoken;

    public ItemsTakeIn(Holdings holdings, Ledger ledger, ImportBatch batch, (Plan Plan, Edition Edition)? home)
    {
        (this.holdings, this.ledger, this.batch, plan) = (holdings, ledger, batch, home?.Plan);
        items = home is { } h ? [.. holdings.Items.Where(i => i.EditionId == h.Edition.Id)] : [];
        tree = home is { } place ? new(place.Edition, place.Plan, items) : null;
        spoken = ["title", "parent", .. batch.Items.Any(i => i.Code is not null) ? ["code"] : Array.Empty<string>()];
    }

    public void TakeIn()
    {
        var files = batch.Items.ToDictionary(i => i.Path);
        // why: a file lists projects in its own order; the plan is read by its numbers.
        foreach (var file in batch.Items.OrderBy(i => i.Code?.Trim(), CodeOrder.Natural))
            Resolve(file, files);
    }

    public PublicKey? Find(string? path) => path is not null && byPath.TryGetValue(path, out var item) ? item.Key : null;

    private PlanItem? Resolve(ImportedItem file, Dictionary<string, ImportedItem> files)
    {
        if (byPath.TryGetValue(file.Path, out var seen))
            return seen;
        var parent = file.ParentPath is { } up ? Resolve(files[up], files) : null;
        try
        {
            return byPath[file.Path] = TakeIn(file, parent);
        }
        catch (RefusalException refused)
        {
            ledger.Refuse(refused.Refusal, null, file.Title);
            return null;
        }
    }

    private PlanItem TakeIn(ImportedItem file, PlanItem? parent)
    {
        var level = plan!.Levels.Single(l => l.Name == file.Level);
        var before = holdings.Recall(ImportedKind.PlanItem, file.Path);
        var found = items.Find(i => i.Id.Value == before?.Id) ?? Match(file, level, parent);
        var item = found ?? tree!.Add(level, parent, file.Code, file.Title);
        if (found is null)
            items.Add(item);
        var last = found is null ? null : holdings.RecallOf(ImportedKind.PlanItem, file.Path, found.Id.Value);
        var says = FactsOf(file.Code?.Trim(), file.Title.Trim(), parent);
        var merge = Merge.Of(last?.Facts, found is null ? new() : FactsOf(found.Code, found.Title, items.Find(i => i.Id == found.ParentId)), says, spoken);
        if (found is not null && merge.Changes.Count > 0)
            Write(found, merge);
        ledger.Enter(new(ImportedKind.PlanItem, file.Path, item.Title, item, item.Id.Value, found is null, merge, last));
        return item;
    }

    private PlanItem? Match(ImportedItem file, Level level, PlanItem? parent)
    {
        var free = items.Where(i => i.LevelId == level.Id && i.ParentId == parent?.Id && !byPath.ContainsValue(i)).ToList();
        return free.Find(i => file.Code is not null && i.Code == file.Code.Trim()) ?? free.Find(i => i.Title == file.Title.Trim());
    }

    private void Write(PlanItem item, Merge merge)
    {
        item.Write(merge.Merged["code"], merge.Merged["title"]!, item.PlainTitle, item.Body);
        if (merge.Changes.Any(c => c.Field == "parent"))
            tree!.Move(item, items.Find(i => i.Key.Value == merge.Merged["parent"]), int.MaxValue);
    }

    private static Facts FactsOf(string? code, string title, PlanItem? parent) => new() { ["code"] = Blank.ToNull(code), ["title"] = title, ["parent"] = parent?.Key.Value };
}
