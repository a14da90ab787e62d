using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>The items of one edition as a tree: what may be moved, removed and added, with siblings ordered from 1 without gaps.</summary>
public sealed class PlanTree
{
    private readonly Edition edition;
    private readonly Dictionary<LevelId, Level> levels;
    private readonly List<PlanItem> items;

    public PlanTree(Edition edition, Plan plan, IEnumerable<PlanItem> items)
    {
        this.edition = edition;
        levels = plan.Levels.ToDictionary(l => l.Id);
        this.items = [.. items];
    }

    /// <summary>Children in their order; null asks for the top.</summary>
    public IReadOnlyList<PlanItem> ChildrenOf(PlanItemId? parent) => [.. items.Where(i => i.ParentId == parent).OrderBy(i => i.Order)];

    public Refusal? WhyNotAdd(Level level, PlanItem? parent) =>
        edition.WhyNotEdit() ?? (FitsUnder(level, parent) ? null : Refusals.ItemLevelMismatch(level.Name, parent?.Title));

    /// <summary>Adds an item as the last of its siblings.</summary>
    public PlanItem Add(Level level, PlanItem? parent, string? code, string title, bool isSample = false)
    {
        WhyNotAdd(level, parent).ThrowIfAny();
        var item = PlanItem.Insert(edition.Id, level, parent, ChildrenOf(parent?.Id).Count + 1, code, title, isSample);
        items.Add(item);
        return item;
    }

    public Refusal? WhyNotMove(PlanItem item, PlanItem? parent) =>
        edition.WhyNotEdit()
        ?? (parent is not null && IsSelfOrBelow(parent, item) ? Refusals.ItemCycle(item.Title)
            : FitsUnder(levels[item.LevelId], parent) ? null : Refusals.ItemLevelMismatch(levels[item.LevelId].Name, parent?.Title));

    /// <summary>Moves an item under a parent at a place from 1; places beyond the end mean the end.</summary>
    public void Move(PlanItem item, PlanItem? parent, int place)
    {
        WhyNotMove(item, parent).ThrowIfAny();
        var before = item.ParentId;
        var siblings = ChildrenOf(parent?.Id).Where(i => i != item).ToList();
        siblings.Insert(Math.Clamp(place - 1, 0, siblings.Count), item);
        item.Place(parent?.Id, item.Order);
        Renumber(siblings);
        if (before != parent?.Id)
            Renumber([.. ChildrenOf(before)]);
    }

    /// <summary>An item with items, projects or indicators under it is not removed.</summary>
    public Refusal? WhyNotRemove(PlanItem item, int projects, int indicators, int links = 0) =>
        edition.WhyNotEdit()
        ?? (ChildrenOf(item.Id).Count is > 0 and var children ? Refusals.ItemHasChildren(item.Title, children)
            : projects > 0 ? Refusals.ItemHasProjects(item.Title, projects)
            : indicators > 0 ? Refusals.ItemHasIndicators(item.Title, indicators)
            : links > 0 ? Refusals.ItemHasLinks(item.Title, links) : null);

    public void Remove(PlanItem item, int projects, int indicators, int links = 0)
    {
        WhyNotRemove(item, projects, indicators, links).ThrowIfAny();
        items.Remove(item);
        Renumber([.. ChildrenOf(item.ParentId)]);
    }

    /// <summary>Writes the numbers of all items whose level has a style, in the order of the tree; returns how many changed.</summary>
    public int Number()
    {
        edition.WhyNotEdit().ThrowIfAny();
        return Number(null, items.ToLookup(i => i.ParentId));
    }

    private int Number(PlanItem? parent, ILookup<PlanItemId?, PlanItem> below)
    {
        var (places, changed) = (new Dictionary<LevelId, int>(), 0);
        foreach (var item in below[parent?.Id].OrderBy(i => i.Order))
        {
            var place = places[item.LevelId] = places.GetValueOrDefault(item.LevelId) + 1;
            if (levels[item.LevelId].Numbering?.Of(place, parent?.Code) is { } code && code != item.Code)
            {
                item.Write(code, item.Title, item.PlainTitle, item.Body);
                changed++;
            }

            changed += Number(item, below);
        }

        return changed;
    }

    private bool FitsUnder(Level level, PlanItem? parent) =>
        parent is null ? level.Order == levels.Values.Min(l => l.Order) : levels[parent.LevelId].Order < level.Order;

    private bool IsSelfOrBelow(PlanItem candidate, PlanItem item)
    {
        var byId = items.ToDictionary(i => i.Id);
        for (PlanItem? at = candidate; at is not null; at = at.ParentId is { } up ? byId.GetValueOrDefault(up) : null)
            if (at == item)
                return true;
        return false;
    }

    private static void Renumber(List<PlanItem> siblings)
    {
        for (var i = 0; i < siblings.Count; i++)
            if (siblings[i].Order != i + 1)
                siblings[i].Place(siblings[i].ParentId, i + 1);
    }
}
