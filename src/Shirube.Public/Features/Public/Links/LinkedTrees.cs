using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Links;

/// <summary>The public editions of all plans with what links their items, the projects under them and what those cost.</summary>
public sealed class LinkedTrees
{
    private readonly IReadOnlyDictionary<string, LinkedItem> items;
    private readonly IReadOnlyDictionary<string, LinkedProject> projects;

    private LinkedTrees(IReadOnlyDictionary<string, LinkedItem> items, IReadOnlyDictionary<string, LinkedProject> projects, Serving<string, string> serving, CostYear? costYear) =>
        (this.items, this.projects, Serving, CostYear) = (items, projects, serving, costYear);

    public Serving<string, string> Serving { get; }
    public CostYear? CostYear { get; }

    public static LinkedTrees Load(Release release, DateOnly today)
    {
        var editions = PlanRow.All(release).ToDictionary(p => p.Edition);
        var there = release.Query<ItemInEdition>("SELECT plan, edition, key, parent, code, title, plain_title, is_sample FROM items").Where(i => editions.ContainsKey(i.Edition))
            .Select(i => new LinkedItem(i.Plan, editions[i.Edition].Name, i.Key, i.Parent, i.Code, i.Title, i.PlainTitle, i.IsSample)).ToDictionary(i => i.Spot);
        var cost = CostYear.Of(release, today);
        var all = release.Query<LinkedProject>($"WITH {CostYear.Amounts} SELECT p.key, p.number, p.name, p.is_sample, {ItemProject.OwnerName} AS department, a.amount FROM projects p LEFT JOIN amounts a ON a.project = p.key ORDER BY p.number IS NULL, p.number, p.name, p.key",
            new { year = cost?.FiscalYear.Value ?? 0, stage = cost?.StageName ?? "", now = FiscalYear.Of(today).Value }).ToDictionary(p => p.Key.Value);
        var placements = release.Query<PlacedRow>("SELECT plan, item, project FROM placements");
        var links = release.Query<LinkRow>("SELECT plan, item, other_plan, other_item FROM item_links");
        return new(there, all, new(
            there.Values.Where(i => i.Parent is not null).Select(i => (LinkedItem.SpotOf(i.Plan, i.Parent!.Value), i.Spot)),
            placements.Select(p => (LinkedItem.SpotOf(p.Plan, p.Item), p.Project.Value)),
            links.Select(l => (LinkedItem.SpotOf(l.Plan, l.Item), LinkedItem.SpotOf(l.OtherPlan, l.OtherItem)))), cost);
    }

    public LinkedItem? Find(PublicKey plan, PublicKey item) => items.GetValueOrDefault(LinkedItem.SpotOf(plan, item));

    public LinkedProject? Find(PublicKey project) => projects.GetValueOrDefault(project.Value);

    /// <summary>The items that are linked with this one or with one below it, in the order of their plans.</summary>
    public IReadOnlyList<LinkedItem> LinkedWith(string spot) =>
        [.. Serving.WithBelow(spot).SelectMany(Serving.LinkedWith).Distinct().Select(s => items.GetValueOrDefault(s)).OfType<LinkedItem>().OrderBy(i => i.PlanName, StringComparer.Ordinal).ThenBy(i => i.Code, StringComparer.Ordinal).ThenBy(i => i.Title, StringComparer.Ordinal)];

    /// <summary>Projects in the order of their numbers, each once.</summary>
    public IReadOnlyList<LinkedProject> Of(IEnumerable<string> keys)
    {
        var wanted = keys.ToHashSet();
        return [.. projects.Values.Where(p => wanted.Contains(p.Key.Value))];
    }

    public CostTotal TotalOf(IEnumerable<string> keys) => CostTotal.Of(Of(keys).Select(p => p.Amount));

    private sealed record ItemInEdition(PublicKey Plan, PublicKey Edition, PublicKey Key, PublicKey? Parent, string? Code, string Title, string? PlainTitle, bool IsSample);

    private sealed record PlacedRow(PublicKey Plan, PublicKey Item, PublicKey Project);

    private sealed record LinkRow(PublicKey Plan, PublicKey Item, PublicKey OtherPlan, PublicKey OtherItem);
}

/// <summary>An item as links show it.</summary>
public sealed record LinkedItem(PublicKey Plan, string PlanName, PublicKey Key, PublicKey? Parent, string? Code, string Title, string? PlainTitle, bool IsSample)
{
    public string Words => Code is null ? PlainTitle ?? Title : $"{Code} {PlainTitle ?? Title}";

    /// <summary>Which item it is, over all plans.</summary>
    public string Spot => SpotOf(Plan, Key);

    public static string SpotOf(PublicKey plan, PublicKey item) => $"{plan}/{item}";
}

public sealed record LinkedProject(PublicKey Key, string? Number, string Name, bool IsSample, string? Department, long? Amount);
