using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>Takes a batch into the office database: all of it in one transaction, or nothing.</summary>
public sealed class OfficeImport(OfficeDb db, Occasion occasion)
{
    /// <summary>What taking the batch in would do. Saves nothing; the unit of work is spent.</summary>
    public async Task<TakenIn> PreviewAsync(ImportBatch batch, CancellationToken cancel = default)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return TakeIn.Of(batch, batch.HasErrors ? Holdings.None : await HoldingsReader.ReadAsync(db, cancel), occasion);
    }

    /// <summary>Takes the batch in. A batch with errors is refused; one that changes nothing leaves no run.</summary>
    /// <param name="mapping">The mapping as JSON, with the words for how it was found.</param>
    public async Task<(ImportReport Report, ImportRunId? Run)> RunAsync(ImportBatch batch, (string Json, string Words) mapping, Func<string, Task>? progress = null, CancellationToken cancel = default)
    {
        await (progress?.Invoke("いまの内容と照らし合わせています") ?? Task.CompletedTask);
        var before = await LatestRunAsync(cancel);
        var taken = await PreviewAsync(batch, cancel);
        RefuseErrors(taken);
        var report = ImportReport.Of(taken, mapping.Words, dryRun: false);
        if (taken.ChangesNothing)
            return (report, null);
        await (progress?.Invoke("データベースに書き込んでいます") ?? Task.CompletedTask);
        var run = ImportRun.Of(batch.File, batch.Sha256, mapping.Json, new ImportYears(batch, occasion.Today).SheetOfBatch, occasion.By, occasion.AtUtc);
        run.Report(report.ToJson());
        await SaveAsync(taken, run, before, cancel);
        return (report, run.Id);
    }

    public static void RefuseErrors(TakenIn taken)
    {
        var errors = taken.Problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new RefusalException(Refusals.ImportHasErrors(ProblemWords.Of(errors[0]), errors.Count - 1));
    }

    private async Task SaveAsync(TakenIn taken, ImportRun run, ImportRunId? before, CancellationToken cancel)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await LatestRunAsync(cancel) != before)
                throw new RefusalException(Refusals.ImportOvertaken);
            db.Change = new(occasion.By, "取込", run.FileName);
            if (taken.Things.Any(t => !t.IsNew))
                db.ChangeTracker.DetectChanges();
            db.Add(run);
            db.AddUntracked(taken.Things.Where(t => t.IsNew).Select(t => t.Thing));
            await db.SaveChangesAsync(cancel);
            db.AddUntracked(taken.Things.Where(t => t.IsWorthRemembering).Select(t => MemoryOf(t, run.Id)));
            await db.SaveChangesAsync(cancel);
            await write.CommitAsync(cancel);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || overtaken.InnerException is System.Data.Common.DbException { SqlState: "23505" } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 })
        {
            throw new RefusalException(Refusals.ImportOvertaken);
        }
    }

    private Task<ImportRunId?> LatestRunAsync(CancellationToken cancel) =>
        db.ImportRuns.OrderByDescending(r => r.AtUtc).ThenByDescending(r => r.Id).Select(r => (ImportRunId?)r.Id).FirstOrDefaultAsync(cancel);

    private static ImportMemory MemoryOf(Imported thing, ImportRunId run) => new(
        run, thing.Kind, thing.Identity, thing.Id, thing.Merge.Memory.ToJson(),
        thing.IsNew ? null : JsonSerializer.Serialize(thing.Merge.Changes.ToDictionary(c => c.Field, c => c.Before)), thing.Thing.Version);
}
