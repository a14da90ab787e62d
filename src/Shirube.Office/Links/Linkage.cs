using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Plans;

namespace Shirube.Office.Links;

/// <summary>What an item or a project is linked with, as its page shows it; read in one question.</summary>
public sealed record Linkage(IReadOnlyList<LinkedItem> Items, IReadOnlyList<LinkedGoal> Goals, IReadOnlyList<LinkedInitiative> Initiatives, IReadOnlyList<LinkedPartner> Partners)
{
    /// <summary>The kinds of records that the linkage of a project is made of.</summary>
    public static readonly IReadOnlyList<string> MadeOf = [nameof(ItemLink), nameof(GoalLink), nameof(Initiative), nameof(Project), nameof(Plan), nameof(Edition), nameof(PlanItem)];

    public int Count => Items.Count + Goals.Count + Initiatives.Count + Partners.Count;
    public bool IsEmpty => Count == 0;
    // why: {0} is a project; * are the keys of items, which are unique over all plans.
    private static readonly string ItemsAndInitiatives =
        $"""
        SELECT 'item' AS "Kind", l.id AS "Id", l.other_item_key AS "Key", CAST(NULL AS integer) AS "Number", i.code AS "Code", i.title AS "Name", l.note AS "Text", p.key AS "Plan", p.name AS "PlanName", CAST(NULL AS integer) AS "First", CAST(NULL AS integer) AS "Last", l.is_sample AS "IsSample"
        FROM item_links l JOIN plans p ON p.id = l.other_plan_id LEFT JOIN plan_items i ON i.edition_id = p.shown_id AND i.key = l.other_item_key WHERE l.item_key IN (*)
        UNION ALL SELECT 'item', l.id, l.item_key, NULL, i.code, i.title, l.note, p.key, p.name, NULL, NULL, l.is_sample
        FROM item_links l JOIN plans p ON p.id = l.plan_id LEFT JOIN plan_items i ON i.edition_id = p.shown_id AND i.key = l.item_key WHERE l.other_item_key IN (*)
        UNION ALL SELECT 'initiative', n.id, n.key, n."order", NULL, n.name, NULL, p.key, p.name, NULL, NULL, n.is_sample
        FROM initiatives n JOIN plans p ON p.id = n.plan_id WHERE EXISTS (SELECT 1 FROM initiative_members m WHERE m.initiative_id = n.id AND (m.item_key IN (*) OR m.project_id = {"{0}"}))
        """;

    private const string Goal = " UNION ALL SELECT 'goal', g.id, g.key, g.goal, g.target, g.strength, g.reason, NULL, NULL, NULL, NULL, g.is_sample FROM goal_links g WHERE ";
    private const string Partner = " UNION ALL SELECT 'partner', a.id, a.key, NULL, a.kind, a.who, a.what, NULL, NULL, a.first, a.last, a.is_sample FROM partner_activities a WHERE a.item_key IN (*)";


    internal static Task<Linkage> OfItem(OfficeDb db, ItemPlace item) => Read(db, ItemsAndInitiatives + Goal + "g.item_key IN (*)" + Partner, Guid.Empty, [item.Item.Value]);

    /// <summary>Of a project: its own goals, and what is linked with the items it stands under.</summary>
    internal static Task<Linkage> OfProject(OfficeDb db, ProjectId project, PlanPaths paths) => Read(db, ItemsAndInitiatives + Goal + "g.project_id = {0}", project.Value,
        [.. paths.Places.SelectMany(p => new[] { p.Item, p.Up1, p.Up2, p.Up3, p.Up4 }).Select(s => s.Key?.Value).OfType<string>().Distinct()]);

    private static async Task<Linkage> Read(OfficeDb db, string sql, Guid project, IReadOnlyList<string> keys)
    {
        var places = keys.Count == 0 ? "NULL" : string.Join(',', keys.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{{{i + 1}}}")));
        var rows = (await db.Database.SqlQueryRaw<Row>(sql.Replace("*", places, StringComparison.Ordinal), [project, .. keys]).ToListAsync()).ToLookup(r => r.Kind);
        return new(
            [.. rows["item"].OrderBy(r => r.PlanName, StringComparer.Ordinal).ThenBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id)
                .DistinctBy(r => r.Key).Select(r => new LinkedItem(r.Id, new(r.Plan!), r.PlanName!, new(r.Key), r.Code, r.Name, r.Text, r.IsSample))],
            [.. rows["goal"].OrderBy(r => r.Number).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Id)
                .Select(r => new LinkedGoal(new(r.Key), r.Number!.Value, r.Code, Enum.Parse<Strength>(r.Name!), r.Text, r.IsSample))],
            [.. rows["initiative"].OrderBy(r => r.PlanName, StringComparer.Ordinal).ThenBy(r => r.Number).ThenBy(r => r.Id).Select(r => new LinkedInitiative(new(r.Key), r.Name!, r.PlanName!, r.IsSample))],
            [.. rows["partner"].OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id)
                .Select(r => new LinkedPartner(r.Name!, Enum.Parse<PartnerKind>(r.Code!), r.Text!, new(r.First!.Value), r.Last is { } last ? new(last) : null, r.IsSample))]);
    }

    private sealed class Row
    {
        public string Kind { get; set; } = "";
        public Guid Id { get; set; }
        public string Key { get; set; } = "";
        public int? Number { get; set; }
        public string? Code { get; set; }
        public string? Name { get; set; }
        public string? Text { get; set; }
        public string? Plan { get; set; }
        public string? PlanName { get; set; }
        public int? First { get; set; }
        public int? Last { get; set; }
        public bool IsSample { get; set; }
    }
}

/// <summary>An item at the other end of a link; without a title the edition that the office means lacks it.</summary>
public sealed record LinkedItem(Guid Id, PublicKey Plan, string PlanName, PublicKey Item, string? Code, string? Title, string? Note, bool IsSample)
{
    public string Name => Title is null ? "(庁内で使う版にない項目)" : Code is null ? Title : $"{Code} {Title}";
}

public sealed record LinkedGoal(PublicKey Key, int Goal, string? Target, Strength Strength, string? Reason, bool IsSample);

public sealed record LinkedInitiative(PublicKey Key, string Name, string PlanName, bool IsSample);

public sealed record LinkedPartner(string Who, PartnerKind Kind, string What, FiscalYear First, FiscalYear? Last, bool IsSample);
