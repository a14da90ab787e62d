using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Shirube.Data;

/// <summary>How a record is called today, with the keys its page is addressed by. <see cref="Gone"/> where it exists no longer and the name is its last.</summary>
/// <param name="Within">The key of the plan an item belongs to.</param>
public sealed record RecordName(Guid Id, string Kind, string Name, string? Key, string? Within, bool Gone = false);

/// <summary>The names of records, whatever they are.</summary>
public static class RecordNames
{
    private static readonly IReadOnlyList<string> Sources =
    [
        "SELECT d.id AS \"Id\", 'Department' AS \"Kind\", d.name AS \"Name\", d.key AS \"Key\", NULL AS \"Within\" FROM departments d WHERE d.id IN (*)",
        "SELECT p.id, 'Person', p.name, p.key, NULL FROM people p WHERE p.id IN (*)",
        "SELECT a.id, 'Account', p.name, NULL, p.key FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.id IN (*)",
        "SELECT i.id, 'Invitation', p.name, NULL, p.key FROM invitations i JOIN people p ON p.id = i.person_id WHERE i.id IN (*)",
        "SELECT p.id, 'Plan', p.name, p.key, NULL FROM plans p WHERE p.id IN (*)",
        "SELECT e.id, 'Edition', p.name || 'の' || e.label, e.key, p.key FROM editions e JOIN plans p ON p.id = e.plan_id WHERE e.id IN (*)",
        "SELECT l.id, 'Level', l.name, NULL, NULL FROM levels l WHERE l.id IN (*)",
        "SELECT i.id, 'PlanItem', CASE WHEN i.code IS NULL THEN i.title ELSE i.code || ' ' || i.title END, i.key, p.key FROM plan_items i JOIN editions e ON e.id = i.edition_id JOIN plans p ON p.id = e.plan_id WHERE i.id IN (*)",
        "SELECT l.id, 'Lineage', p.name, NULL, p.key FROM lineages l JOIN plans p ON p.id = l.to_plan_id WHERE l.id IN (*)",
        "SELECT l.id, 'ProjectLineage', p.name, p.key, NULL FROM project_lineages l JOIN projects p ON p.id = l.from_id WHERE l.id IN (*)",
        "SELECT r.id, 'ChangeReason', p.name || 'の' || e.label, e.key, p.key FROM change_reasons r JOIN editions e ON e.id = r.edition_id JOIN plans p ON p.id = e.plan_id WHERE r.id IN (*)",
        "SELECT p.id, 'Project', p.name, p.key, NULL FROM projects p WHERE p.id IN (*)",
        "SELECT i.id, 'Indicator', i.name, i.key, NULL FROM indicators i WHERE i.id IN (*)",
        "SELECT f.id, 'EvaluationFact', p.name, p.key, NULL FROM evaluation_facts f JOIN projects p ON p.id = f.project_id WHERE f.id IN (*)",
        "SELECT l.id, 'ItemLink', p.name || 'と' || o.name || 'の項目', NULL, NULL FROM item_links l JOIN plans p ON p.id = l.plan_id JOIN plans o ON o.id = l.other_plan_id WHERE l.id IN (*)",
        "SELECT l.id, 'GoalLink', COALESCE((SELECT p.name FROM projects p WHERE p.id = l.project_id), (SELECT i.title FROM plan_items i JOIN editions e ON e.id = i.edition_id WHERE e.plan_id = l.plan_id AND i.key = l.item_key ORDER BY i.id DESC LIMIT 1), ''), l.key, NULL FROM goal_links l WHERE l.id IN (*)",
        "SELECT s.id, 'OwnGoalSet', s.name, NULL, NULL FROM own_goal_sets s WHERE s.id IN (*)",
        "SELECT g.id, 'OwnGoal', g.name, g.key, NULL FROM own_goals g WHERE g.id IN (*)",
        "SELECT i.id, 'Initiative', i.name, i.key, NULL FROM initiatives i WHERE i.id IN (*)",
        "SELECT a.id, 'PartnerActivity', a.who, a.key, NULL FROM partner_activities a WHERE a.id IN (*)",
        "SELECT m.id, 'Meeting', m.name, NULL, NULL FROM meetings m WHERE m.id IN (*)",
        "SELECT t.id, 'GlossaryTerm', t.name, t.key, NULL FROM glossary_terms t WHERE t.id IN (*)",
        "SELECT f.id, 'PlanFigure', f.title, f.key, NULL FROM figures f WHERE f.id IN (*)",
        "SELECT r.id, 'AssessmentRules', r.name, NULL, NULL FROM assessment_rules r WHERE r.id IN (*)",
        "SELECT r.id, 'ReminderRules', 'お知らせメール', NULL, NULL FROM reminder_rules r WHERE r.id IN (*)",
        "SELECT f.id, 'EvaluationForm', f.name, f.key, NULL FROM evaluation_forms f WHERE f.id IN (*)",
        "SELECT r.id, 'EvaluationRound', r.name, r.key, NULL FROM evaluation_rounds r WHERE r.id IN (*)",
        "SELECT s.id, 'EvaluationSheet', COALESCE((SELECT p.name FROM projects p WHERE p.id = s.project_id), s.name) || '(' || r.name || ')', s.key, r.key FROM evaluation_sheets s JOIN evaluation_rounds r ON r.id = s.round_id WHERE s.id IN (*)",
        "SELECT v.id, 'ExternalReview', v.body || '(' || r.name || ')', r.key, NULL FROM external_reviews v JOIN evaluation_rounds r ON r.id = v.round_id WHERE v.id IN (*)",
        "SELECT v.id, 'SheetReview', COALESCE((SELECT p.name FROM projects p WHERE p.id = s.project_id), s.name) || '(' || r.name || ')', s.key, r.key FROM sheet_reviews v JOIN evaluation_sheets s ON s.id = v.sheet_id JOIN evaluation_rounds r ON r.id = s.round_id WHERE v.id IN (*)",
        "SELECT s.id, 'Survey', s.name, s.key, NULL FROM surveys s WHERE s.id IN (*)",
        "SELECT c.id, 'EntryCall', c.title, c.key, NULL FROM entry_calls c WHERE c.id IN (*)",
        "SELECT r.id, 'ImportRun', r.file_name, NULL, NULL FROM import_runs r WHERE r.id IN (*)",
        "SELECT t.id, 'Transfer', t.file_name, t.key, NULL FROM transfers t WHERE t.id IN (*)",
        "SELECT r.id, 'Reorganization', r.reason, r.key, NULL FROM reorganizations r WHERE r.id IN (*)",
    ];

    private const string ItemsByKey =
        "SELECT i.id, 'PlanItem', CASE WHEN i.code IS NULL THEN i.title ELSE i.code || ' ' || i.title END, i.key, p.key FROM plan_items i JOIN editions e ON e.id = i.edition_id JOIN plans p ON p.id = e.plan_id WHERE i.key IN (*)";

    /// <summary>The names of records by id, and of plan items by key. One question, and another one where some are gone.</summary>
    public static async Task<IReadOnlyList<RecordName>> ReadAsync(OfficeDb db, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> itemKeys, CancellationToken cancel = default)
    {
        if (ids.Count == 0 && itemKeys.Count == 0)
            return [];
        var sql = string.Join(" UNION ALL ", (ids.Count == 0 ? [Sources[0]] : Sources).Select(s => s.Replace("*", Places(0, ids.Count), StringComparison.Ordinal)));
        if (itemKeys.Count > 0)
            sql += " UNION ALL " + ItemsByKey.Replace("*", Places(ids.Count, itemKeys.Count), StringComparison.Ordinal);
        var rows = await db.Database.SqlQueryRaw<Row>(sql, [.. ids.Cast<object>(), .. itemKeys]).ToListAsync(cancel);
        var found = rows.ConvertAll(r => new RecordName(r.Id, r.Kind, r.Name, r.Key, r.Within));
        var missing = ids.Except(found.Select(f => f.Id)).ToList();
        var missingKeys = itemKeys.Except(found.Where(f => f.Kind == "PlanItem").Select(f => f.Key!)).ToList();
        return missing.Count == 0 && missingKeys.Count == 0 ? found : [.. found, .. await GoneAsync(db, missing, missingKeys, cancel)];
    }

    /// <summary>The records whose names hold the words.</summary>
    public static async Task<IReadOnlyList<Guid>> WithAsync(OfficeDb db, string words, CancellationToken cancel = default) =>
    [
        .. (await db.Projects.Where(p => p.Name.Contains(words)).Select(p => p.Id).ToListAsync(cancel)).Select(id => id.Value),
        .. (await db.Indicators.Where(i => i.Name.Contains(words)).Select(i => i.Id).ToListAsync(cancel)).Select(id => id.Value),
        .. (await db.PlanItems.Where(i => i.Title.Contains(words)).Select(i => i.Id).ToListAsync(cancel)).Select(id => id.Value),
    ];

    // why: what was removed, or is of a kind that this list does not know, is called as its own entries called it last.
    private static async Task<IEnumerable<RecordName>> GoneAsync(OfficeDb db, List<Guid> ids, List<string> keys, CancellationToken cancel)
    {
        var entries = await db.ChangeEntries.AsNoTracking()
            .Where(e => (ids.Contains(e.AggregateId) && (e.Text.Contains("[null,null,\"Name\"") || e.Text.Contains("[null,null,\"Title\"") || e.Text.Contains("[null,null,\"Label\"")))
                || (keys.Count > 0 && e.Kind == "PlanItem" && e.Text.Contains("\"action\":\"removed\"")))
            .OrderByDescending(e => e.Sequence).Select(e => e.Text).ToListAsync(cancel);
        return entries.Select(ChangeRecord.Parse).Select(Named).OfType<RecordName>().Where(n => ids.Contains(n.Id) || (n.Key is not null && keys.Contains(n.Key))).DistinctBy(n => n.Id);
    }

    private static RecordName? Named(ChangeRecord record)
    {
        var name = Last("Title") ?? Last("Name") ?? Last("Label");
        var code = record.Kind == "PlanItem" ? Last("Code") : null;
        return name is null ? null : new(record.Id, record.Kind, code is null ? name : $"{code} {name}", Last("Key"), null, Gone: true);

        string? Last(string field) => record.Fields.FirstOrDefault(f => f.Part is null && f.Field == field) is { } found ? found.After ?? found.Before : null;
    }

    private static string Places(int first, int count) =>
        count == 0 ? "NULL" : string.Join(',', Enumerable.Range(first, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{{i}}}")));

    private sealed class Row
    {
        public Guid Id { get; set; }
        public string Kind { get; set; } = "";
        public string Name { get; set; } = "";
        public string? Key { get; set; }
        public string? Within { get; set; }
    }
}
