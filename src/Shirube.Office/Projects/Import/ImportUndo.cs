using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Links;

namespace Shirube.Office.Projects.Import;

/// <summary>Takes a run back: what it made goes, what it changed is as before. Refused where anything of it was edited since.</summary>
public sealed class ImportUndo
{
    private readonly OfficeDb db;
    private readonly ImportRun run;
    private readonly Holdings holdings;
    private readonly List<ImportMemory> rows;
    private readonly Dictionary<Guid, Aggregate> things;
    private readonly HashSet<Guid> made;
    private readonly UndoneFacts facts;
    private readonly IReadOnlyList<string> laterEdits;

    private ImportUndo(OfficeDb db, ImportRun run, Holdings holdings, List<ImportMemory> rows, UndoneUses uses, DateOnly today)
    {
        (this.db, this.run, this.holdings, this.rows) = (db, run, holdings, rows);
        things = ThingsOf(holdings);
        made = MadeBy(rows);
        facts = new(holdings, run.FiscalYear ?? FiscalYear.Of(today));
        laterEdits = Edited(uses, today);
    }

    public static async Task<ImportUndo> OfAsync(OfficeDb db, ImportRunId id, DateOnly today, CancellationToken cancel = default)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var taken = await db.ImportRuns.SingleAsync(r => r.Id == id, cancel);
        var remembered = await db.ImportMemories.Where(m => m.RunId == id).OrderBy(m => m.Kind).ThenBy(m => m.Identity).ToListAsync(cancel);
        var staffed = await db.People.SelectMany(p => p.Assignments).Where(a => a.DepartmentId != null).Select(a => a.DepartmentId!.Value).Distinct().ToListAsync(cancel);
        var there = await HoldingsReader.ReadAsync(db, cancel);
        var uses = new UndoneUses(there, MadeBy(remembered), staffed.Select(d => d.Value).ToHashSet(), await LinkedThings.Read(db, cancel));
        return new(db, taken, there, remembered, uses, today);
    }

    public Refusal? WhyNot() =>
        run.WhyNotUndo() ?? (laterEdits is [var first, ..] ? Refusals.ImportUndoBlocked(run.FileName, laterEdits.Count, first) : null);

    /// <summary>What was edited since the run and would be lost or left without its ground, each in words.</summary>
    public IReadOnlyList<string> LaterEdits => laterEdits;

    public ImportRun Run => run;

    public int Made => made.Count;

    public int Changed => rows.Count - made.Count;

    public async Task RunAsync(Occasion occasion, CancellationToken cancel = default)
    {
        WhyNot().ThrowIfAny();
        var versions = things.ToDictionary(t => t.Key, t => t.Value.Version);
        Remove();
        run.Undo(occasion.By, occasion.AtUtc);
        await using var write = await db.BeginWriteAsync(cancel);
        db.Change = new(occasion.By, "取込の取り消し", run.FileName);
        db.RemoveRange(rows);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        await KeepVersionsAsync(versions, cancel);
        await write.CommitAsync(cancel);
    }

    // why: what still leans on a thing that goes is known only once the rest is as before.
    private IReadOnlyList<string> Edited(UndoneUses uses, DateOnly today)
    {
        var edited = rows.SelectMany(r => things.TryGetValue(r.AggregateId, out var thing) ? EditsOf(r, thing) : []).Distinct().ToList();
        if (edited.Count > 0)
            return edited;
        foreach (var row in rows.Where(r => r.BeforeJson is not null && things.ContainsKey(r.AggregateId)))
            facts.Restore(things[row.AggregateId], BeforeOf(row), today);
        return [.. uses.Remaining().Distinct()];
    }

    private IEnumerable<string> EditsOf(ImportMemory row, Aggregate thing)
    {
        if (row.BeforeJson is null)
            return thing.Version == row.Version ? [] : [UndoneFacts.TitleOf(thing)];
        var (now, said) = (facts.Of(thing), Facts.FromJson(row.Json));
        return BeforeOf(row).Keys.Where(field => now[field] != said[field]).Select(field => $"{UndoneFacts.TitleOf(thing)}の{FieldWords.Of(field)}");
    }

    private void Remove()
    {
        RemoveMade(ImportedKind.EvaluationFact, ImportedKind.Indicator, ImportedKind.Project);
        foreach (var edition in holdings.Editions)
            Remove(edition, [.. holdings.Items.Where(i => i.EditionId == edition.Id)]);
        RemoveMade(ImportedKind.Edition, ImportedKind.Plan, ImportedKind.Department);
    }

    // why: what leans on another thing goes before it; of departments the deepest path first.
    private void RemoveMade(params string[] kinds)
    {
        foreach (var row in kinds.SelectMany(kind => rows.Where(r => r.Kind == kind && r.BeforeJson is null).OrderByDescending(r => r.Identity.Split(" › ").Length)))
            if (things.TryGetValue(row.AggregateId, out var thing))
                db.Remove(thing);
    }

    private void Remove(Edition edition, List<PlanItem> items)
    {
        var tree = new PlanTree(edition, holdings.Plans.Single(p => p.Id == edition.PlanId), items);
        var levels = holdings.Plans.SelectMany(p => p.Levels).ToDictionary(l => l.Id, l => l.Order);
        foreach (var item in items.Where(i => made.Contains(i.Id.Value)).OrderByDescending(i => levels[i.LevelId]).ToList())
        {
            tree.Remove(item, 0, 0);
            db.Remove(item);
        }
    }

    // why: a run before this one must still know its things as unedited when this one is gone.
    private async Task KeepVersionsAsync(Dictionary<Guid, int> before, CancellationToken cancel)
    {
        var untouched = rows.Where(r => r.BeforeJson is not null && before.GetValueOrDefault(r.AggregateId) == r.Version).ToDictionary(r => r.AggregateId, r => r.Version);
        var ids = untouched.Keys.ToList();
        foreach (var earlier in await db.ImportMemories.Where(m => ids.Contains(m.AggregateId)).ToListAsync(cancel))
            if (earlier.Version == untouched[earlier.AggregateId] - 1)
                earlier.SavedAs(things[earlier.AggregateId].Version);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
    }

    private static HashSet<Guid> MadeBy(List<ImportMemory> rows) => [.. rows.Where(r => r.BeforeJson is null).Select(r => r.AggregateId)];

    private static Dictionary<string, string?> BeforeOf(ImportMemory row) => JsonSerializer.Deserialize<Dictionary<string, string?>>(row.BeforeJson!)!;

    private static Dictionary<Guid, Aggregate> ThingsOf(Holdings holdings) => new IEnumerable<KeyValuePair<Guid, Aggregate>>[]
    {
        holdings.Departments.Select(d => KeyValuePair.Create(d.Id.Value, (Aggregate)d)),
        holdings.Plans.Select(p => KeyValuePair.Create(p.Id.Value, (Aggregate)p)),
        holdings.Editions.Select(e => KeyValuePair.Create(e.Id.Value, (Aggregate)e)),
        holdings.Items.Select(i => KeyValuePair.Create(i.Id.Value, (Aggregate)i)),
        holdings.Projects.Select(p => KeyValuePair.Create(p.Id.Value, (Aggregate)p)),
        holdings.Indicators.Select(i => KeyValuePair.Create(i.Id.Value, (Aggregate)i)),
        holdings.Evaluations.Select(e => KeyValuePair.Create(e.Id.Value, (Aggregate)e)),
    }.SelectMany(kind => kind).ToDictionary();
}
