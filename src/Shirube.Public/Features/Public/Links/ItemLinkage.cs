using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Links;

/// <summary>What a public item or project is linked with: goals of the SDGs, items of other plans, initiatives, partners.</summary>
public sealed record ItemLinkage(IReadOnlyList<GoalRow> Goals, IReadOnlyList<OtherItem> Items, IReadOnlyList<InitiativeRow> Initiatives, IReadOnlyList<PartnerRow> Partners)
{
    public bool IsEmpty => Count == 0;
    public int Count => Goals.Count + Items.Count + Initiatives.Count + Partners.Count;

    public static ItemLinkage OfItem(Release release, PublicKey plan, PublicKey item)
    {
        var at = new { plan = plan.Value, item = item.Value };
        return new(
            release.Query<GoalRow>($"{GoalRow.Sql} WHERE plan = @plan AND item = @item ORDER BY goal, strength, target, key", at),
            OtherItem.With(release, [(plan, item)]),
            release.Query<InitiativeRow>($"{InitiativeRow.Sql} WHERE EXISTS (SELECT 1 FROM initiative_members m WHERE m.initiative = i.key AND m.plan = @plan AND m.item = @item) ORDER BY p.name, i.place, i.key", at),
            release.Query<PartnerRow>($"{PartnerRow.Sql} WHERE plan = @plan AND item = @item ORDER BY kind, who, key", at));
    }

    /// <summary>Of a project: its own goals, and what is linked with the items it stands under.</summary>
    public static ItemLinkage OfProject(Release release, PublicKey project)
    {
        var placed = release.Query<Above>("""
            WITH RECURSIVE above AS (
                SELECT i.plan, i.edition, i.key, i.parent FROM placements pl JOIN items i ON i.plan = pl.plan AND i.key = pl.item WHERE pl.project = @project
                UNION SELECT i.plan, i.edition, i.key, i.parent FROM above a JOIN items i ON i.edition = a.edition AND i.key = a.parent)
            SELECT DISTINCT plan, key FROM above
            """, new { project = project.Value });
        var keys = placed.Select(p => p.Key.Value).ToArray();
        return new(
            release.Query<GoalRow>($"{GoalRow.Sql} WHERE project = @project ORDER BY goal, strength, target, key", new { project = project.Value }),
            OtherItem.With(release, [.. placed.Select(p => (p.Plan, p.Key))]),
            release.Query<InitiativeRow>($"{InitiativeRow.Sql} WHERE EXISTS (SELECT 1 FROM initiative_members m WHERE m.initiative = i.key AND (m.project = @project OR m.item IN @keys)) ORDER BY p.name, i.place, i.key", new { project = project.Value, keys }),
            []);
    }

    private sealed record Above(PublicKey Plan, PublicKey Key);
}

public sealed record GoalRow(PublicKey Key, int Goal, string? Target, Strength Strength, string? Reason, bool IsSample)
{
    public const string Sql = "SELECT key, goal, target, strength, reason, is_sample FROM goal_links";
}

/// <summary>The item at the other end of a link, as the public edition of its plan words it.</summary>
public sealed record OtherItem(PublicKey Plan, string PlanName, PublicKey Key, string? Code, string Title, string? PlainTitle, string? Note, bool IsSample)
{
    public string Words => Code is null ? PlainTitle ?? Title : $"{Code} {PlainTitle ?? Title}";

    public static IReadOnlyList<OtherItem> With(Release release, IReadOnlyCollection<(PublicKey Plan, PublicKey Item)> ends)
    {
        var keys = ends.Select(e => e.Item.Value).ToArray();
        var found = release.Query<Row>("""
            SELECT l.plan AS end_plan, l.item AS end_item, i.plan, i.edition, i.key, i.code, i.title, i.plain_title, l.note, l.is_sample FROM item_links l JOIN items i ON i.plan = l.other_plan AND i.key = l.other_item WHERE l.item IN @keys
            UNION ALL
            SELECT l.other_plan, l.other_item, i.plan, i.edition, i.key, i.code, i.title, i.plain_title, l.note, l.is_sample FROM item_links l JOIN items i ON i.plan = l.plan AND i.key = l.item WHERE l.other_item IN @keys
            """, new { keys });
        if (found.Count == 0)
            return [];
        var editions = PlanRow.All(release).ToDictionary(p => p.Edition);
        return [.. found.Where(f => ends.Contains((f.EndPlan, f.EndItem)) && editions.ContainsKey(f.Edition)).DistinctBy(f => (f.Plan, f.Key))
            .Select(f => new OtherItem(f.Plan, editions[f.Edition].Name, f.Key, f.Code, f.Title, f.PlainTitle, f.Note, f.IsSample)).OrderBy(o => o.PlanName, StringComparer.Ordinal).ThenBy(o => o.Code, StringComparer.Ordinal)];
    }

    private sealed record Row(PublicKey EndPlan, PublicKey EndItem, PublicKey Plan, PublicKey Edition, PublicKey Key, string? Code, string Title, string? PlainTitle, string? Note, bool IsSample);
}

public sealed record InitiativeRow(PublicKey Key, PublicKey Plan, string PlanName, string Name, string? Words, bool IsSample)
{
    public const string Sql = "SELECT i.key, i.plan, p.name AS plan_name, i.name, i.words, i.is_sample FROM initiatives i JOIN plans p ON p.key = i.plan";
}

public sealed record PartnerRow(PublicKey Key, string Who, PartnerKind Kind, string What, FiscalYear FirstYear, FiscalYear? LastYear, PublicKey? Plan, PublicKey? Item, bool IsSample)
{
    public const string Sql = "SELECT key, who, kind, what, first_year, last_year, plan, item, is_sample FROM partner_activities";
}
