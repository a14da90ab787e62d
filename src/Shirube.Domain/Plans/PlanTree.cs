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

    /// <summary>An item with items, projects, indicators or links to other plans, or one that a succession of plans speaks of, is not removed.</summary>
    public Refusal? WhyNotRemove(PlanItem item, int projects, int indicators, int links = 0, int lineages = 0) =>
        edition.WhyNotEdit()
        ?? (ChildrenOf(item.Id).Count is > 0 and var children ? Refusals.ItemHasChildren(item.Title, children)
            : projects > 0 ? Refusals.ItemHasProjects(item.Title, projects)
            : indicators > 0 ? Refusals.ItemHasIndicators(item.Title, indicators)
            : links > 0 ? Refusals.ItemHasLinks(item.Title, links)
            : lineages > 0 ? Refusals.ItemHasLineage(item.Title) : null);

    public void Remove(PlanItem item, int projects, int indicators, int links = 0, int lineages = 0)
    {
        WhyNotRemove(item, projects, indicators, links, lineages).ThrowIfAny();
        items.Remove(item);
        Renumber([.. ChildrenOf(item.ParentId)]);
    }

    public Refusal? WhyNotSplit(PlanItem item, IReadOnlyCollection<PlanItem> children) =>
        edition.WhyNotEdit() ?? (children.FirstOrDefault(c => c.ParentId != item.Id) is { } other ? Refusals.ItemNotBelow(other.Title, item.Title) : null);

    /// <summary>Splits an item: a new one of its level right behind it takes a part of the text and some of the items below.</summary>
    public PlanItem Split(PlanItem item, string? keptBody, string title, string? body, IReadOnlyCollection<PlanItem> children)
    {
        (WhyNotSplit(item, children) ?? (body is { Length: > 0 } && !levels[item.LevelId].CarriesBody ? Refusals.ItemCarriesNoBody(item.Title) : null) ?? PlanItem.WhyNotWrite(title, body) ?? PlanItem.WhyNotWrite(item.Title, keptBody)).ThrowIfAny();
        var split = PlanItem.Insert(edition.Id, levels[item.LevelId], item.ParentId is { } parent ? items.Single(i => i.Id == parent) : null, ChildrenOf(item.ParentId).Count + 1, null, title, item.IsSample);
        split.Write(null, title, null, body);
        item.Write(item.Code, item.Title, item.PlainTitle, keptBody);
        items.Add(split);
        Move(split, items.Find(i => i.Id == item.ParentId), item.Order + 1);
        foreach (var child in children.OrderBy(c => c.Order))
            Move(child, split, int.MaxValue);
        return split;
    }

    public Refusal? WhyNotMerge(PlanItem item, PlanItem into) =>
        edition.WhyNotEdit()
        ?? (item == into ? Refusals.ItemMergedIntoItself(item.Title)
            : item.LevelId != into.LevelId ? Refusals.ItemMergedAcrossLevels(item.Title, into.Title)
            : PlanItem.WhyNotWrite(into.Title, Joined(into.Body, item.Body)));

    /// <summary>Merges an item into another of its level, which takes its text and the items below; the item itself is gone.</summary>
    public void Merge(PlanItem item, PlanItem into)
    {
        WhyNotMerge(item, into).ThrowIfAny();
        into.Write(into.Code, into.Title, into.PlainTitle, Joined(into.Body, item.Body));
        foreach (var child in ChildrenOf(item.Id))
            Move(child, into, int.MaxValue);
        items.Remove(item);
        Renumber([.. ChildrenOf(item.ParentId)]);
    }

    private static string? Joined(string? first, string? second) => first is null || second is null ? first ?? second : $"{first}\n\n{second}";

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
