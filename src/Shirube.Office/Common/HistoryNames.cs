using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;

namespace Shirube.Office.Common;

/// <summary>Names of what a history speaks of by id or key, as they are today, or were when the thing was there last.</summary>
public sealed class HistoryNames
{
    public static readonly HistoryNames None = new([], new Dictionary<(Guid, string), string?>(), new Dictionary<string, string>());

    private readonly Dictionary<Guid, RecordName> records;
    private readonly Dictionary<string, RecordName> items;
    private readonly IReadOnlyDictionary<(Guid, string), string?> targets;
    private readonly IReadOnlyDictionary<string, string> questions;

    private HistoryNames(IReadOnlyList<RecordName> names, IReadOnlyDictionary<(Guid, string), string?> targets, IReadOnlyDictionary<string, string> questions)
    {
        records = names.DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        // why: an item of a later edition has the same key; ids are given in order of time.
        items = names.Where(n => n is { Kind: "PlanItem", Key: not null }).OrderBy(n => n.Gone ? 0 : 1).ThenBy(n => n.Id).GroupBy(n => n.Key!).ToDictionary(g => g.Key, g => g.Last());
        this.targets = targets;
        this.questions = questions;
    }

    /// <summary>Names of everything the entries speak of. What is known already is not asked for.</summary>
    internal static async Task<HistoryNames> Read(OfficeDb db, IReadOnlyCollection<HistoryEntry> entries, IReadOnlyCollection<RecordName>? known = null)
    {
        var texts = entries.SelectMany(e => e.Fields).Where(f => f.Field.EndsWith("Id", StringComparison.Ordinal) || f.Field is "By" or "ClosedBy" || f.Field.EndsWith(".By", StringComparison.Ordinal)).SelectMany(f => new[] { f.Before, f.After });
        var keys = entries.SelectMany(e => e.Fields).Where(f => f.Field is "ItemKey" or "FromKey" or "OtherItemKey").SelectMany(f => new[] { f.Before, f.After })
            .Concat(entries.SelectMany(e => e.Fields).Where(f => f.Part == "Placement").Select(f => f.Key?.Split(' ').ElementAtOrDefault(1)));
        var plans = entries.SelectMany(e => e.Fields).Where(f => f.Part == "Placement").Select(f => f.Key?.Split(' ')[0]);
        var ids = texts.Concat(plans).Select(t => Guid.TryParse(t, out var id) ? id : (Guid?)null).OfType<Guid>().Concat(entries.Select(e => e.Id)).Distinct();
        var there = known ?? [];
        var read = await RecordNames.ReadAsync(db, [.. ids.Except(there.Select(r => r.Id))], [.. keys.OfType<string>().Distinct().Except(there.Where(r => r.Kind == "PlanItem").Select(r => r.Key!))]);
        return new([.. there, .. read], await Earlier(db, entries), await Questions(db, entries, there));
    }

    /// <summary>The name of a record by its id in the change log.</summary>
    public string Of(string id) => Guid.TryParse(id, out var known) && records.TryGetValue(known, out var record) ? NameOf(record) : "(名前の残っていないもの)";

    public RecordName? Find(Guid id) => records.GetValueOrDefault(id);

    public string Item(string key) => items.TryGetValue(key, out var item) ? NameOf(item) : "(なくなった項目)";

    /// <summary>The words of a question of an evaluation form.</summary>
    public string Question(string key) => questions.GetValueOrDefault(key, "(なくなった設問)");

    /// <summary>The target of the revision before.</summary>
    public string? TargetBefore(Guid indicator, string key) => targets.GetValueOrDefault((indicator, key));

    public static string? AddressOf(RecordName record) => record.Gone ? null : record.Kind switch
    {
        "Project" or "EvaluationFact" or "ProjectLineage" => $"~/projects/{record.Key}",
        "Indicator" => $"~/indicators/{record.Key}",
        "Plan" => $"~/plans/{record.Key}",
        "Edition" => $"~/plans/{record.Within}?{Plans.WorkingTree.Named}={record.Key}",
        "Lineage" => $"~/plans/{record.Within}/lineage",
        "ChangeReason" => $"~/plans/{record.Within}/compare?with={record.Key}",
        "PlanItem" => $"~/plans/{record.Within}/{record.Key}",
        "Department" => $"~/departments/{record.Key}",
        "Person" => $"~/people/{record.Key}",
        "Account" or "Invitation" => $"~/people/{record.Within}",
        "EntryCall" => $"~/calls/{record.Key}",
        "Initiative" => $"~/initiatives/{record.Key}",
        "OwnGoal" or "OwnGoalSet" => "~/sdgs",
        "PartnerActivity" => "~/partners",
        "Reorganization" => $"~/reorganizations/{record.Key}",
        "GlossaryTerm" => $"~/glossary#term-{record.Key}",
        "PlanFigure" => $"~/figures/{record.Key}/edit",
        "EvaluationForm" => $"~/evaluation-forms/{record.Key}",
        "EvaluationRound" => $"~/evaluations/{record.Key}",
        "EvaluationSheet" => $"~/sheets/{record.Key}",
        "ExternalReview" => $"~/evaluations/{record.Key}/review",
        "SheetReview" => $"~/sheets/{record.Key}/review",
        "AssessmentRules" => "~/assessment-rules",
        "ImportRun" => $"~/imports/{record.Id}",
        _ => null,
    };

    private static string NameOf(RecordName record) => record.Gone ? $"{record.Name}(いまはありません)" : record.Name;

    private static async Task<IReadOnlyDictionary<string, string>> Questions(OfficeDb db, IReadOnlyCollection<HistoryEntry> entries, IReadOnlyCollection<RecordName> known)
    {
        var there = known.Where(k => k.Kind == nameof(FormQuestion)).ToDictionary(k => k.Key!, k => k.Name);
        var asked = entries.SelectMany(e => e.Fields).Where(f => f.Part == nameof(SheetAnswer) && f.Key is not null).Select(f => new PublicKey(f.Key!.Split(' ')[0])).Distinct().ToList();
        return asked.TrueForAll(q => there.ContainsKey(q.Value)) ? there
            : (await db.Set<FormQuestion>().AsNoTracking().Where(q => asked.Contains(q.Key)).Select(q => new { q.Key, q.Label }).ToListAsync()).DistinctBy(q => q.Key).ToDictionary(q => q.Key.Value, q => q.Label);
    }

    // why: a changed target is a new revision beside the old one; a reader wants to see from what it changed.
    private static async Task<IReadOnlyDictionary<(Guid, string), string?>> Earlier(OfficeDb db, IReadOnlyCollection<HistoryEntry> entries)
    {
        var changed = entries.Where(e => e.Fields.Any(f => f.Part == nameof(Target) && f.Key?.EndsWith(" 1", StringComparison.Ordinal) == false)).Select(e => IndicatorId.From(e.Id)).Distinct().ToList();
        if (changed.Count == 0)
            return new Dictionary<(Guid, string), string?>();
        var all = await db.Set<Target>().AsNoTracking().Where(t => changed.Contains(t.IndicatorId)).ToListAsync();
        return all.ToDictionary(t => (t.IndicatorId.Value, $"{t.FiscalYear.Value} {t.Revision + 1}"), t => t.Value?.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture) ?? t.AsWritten);
    }
}
