using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Search;

/// <summary>Somebody opened the page of a record.</summary>
public sealed record Opened(MunicipalityCode Code, PersonId By, SearchKind Kind, string Key, DateTime AtUtc);

/// <summary>Remembers for each person the records opened: told when a page was answered, written together a moment later, so that no page waits for it.</summary>
public sealed partial class VisitLog(Catalogue catalogue, TimeProvider clock, ILogger<VisitLog> log) : BackgroundService
{
    /// <summary>How many records are remembered of a person; the oldest are forgotten.</summary>
    public const int Most = 60;
    private const int MostWaiting = 5_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<Opened> waiting = new();
    private readonly SemaphoreSlim one = new(1, 1);

    // why: what a person opened is a convenience; under a flood the newest are let go rather than the memory filled.
    public void Note(MunicipalityCode code, PersonId by, SearchKind kind, string key)
    {
        if (waiting.Count < MostWaiting)
            waiting.Enqueue(new(code, by, kind, key, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Writes what waits.</summary>
    public async Task WriteAsync(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            var opened = new List<Opened>();
            while (waiting.TryDequeue(out var next))
                opened.Add(next);
            foreach (var municipality in opened.GroupBy(o => o.Code))
                await WriteAsync(municipality.Key, [.. municipality], cancel);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Forgets all that a person opened.</summary>
    public static async Task ForgetAsync(OfficeDb db, PersonId person, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Visits.Where(v => v.PersonId == person).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (!waiting.IsEmpty)
                    await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // why: what still waits is written when the program stops.
        }
    }

    private async Task TryWriteAsync(CancellationToken cancel)
    {
        try
        {
            await WriteAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotWritten(log, failure);
        }
    }

    private async Task WriteAsync(MunicipalityCode code, List<Opened> opened, CancellationToken cancel)
    {
        await using var db = catalogue.Open(code);
        var (people, keys) = (opened.Select(o => o.By).Distinct().ToList(), opened.Select(o => o.Key).Distinct().ToList());
        var records = (await db.SearchTexts.Where(t => keys.Contains(t.Key)).Select(t => new { t.Kind, t.Key, t.RecordId }).ToListAsync(cancel)).ToLookup(t => (t.Kind, t.Key), t => t.RecordId);
        await using var write = await db.BeginWriteAsync(cancel);
        var off = await db.VisitsOff.Where(o => people.Contains(o.PersonId)).Select(o => o.PersonId).ToListAsync(cancel);
        var there = await db.Visits.Where(v => people.Contains(v.PersonId)).ToListAsync(cancel);
        foreach (var visit in opened.Where(o => !off.Contains(o.By)).OrderBy(o => o.AtUtc))
            foreach (var record in records[(visit.Kind, visit.Key)].Take(1))
                Remember(db, there, visit, record);
        foreach (var person in there.GroupBy(v => v.PersonId))
            db.RemoveRange(person.OrderByDescending(v => v.LastAtUtc).Skip(Most));
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private static void Remember(OfficeDb db, List<Visit> there, Opened visit, Guid record)
    {
        if (there.Find(v => v.PersonId == visit.By && v.RecordId == record) is { } known)
            known.Again(visit.AtUtc);
        else
            there.Add(db.Add(new Visit(visit.By, record, visit.AtUtc)).Entity);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What people opened could not be remembered.")]
    private static partial void NotWritten(ILogger log, Exception failure);
}
