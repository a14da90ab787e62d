using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>The jobs of one office database. A job is taken by one process; when that process is gone, another takes it again.</summary>
public sealed class JobTable(OfficeDb db)
{
    /// <summary>How long a process elsewhere may be silent before its job is taken from it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private DateTime Now => Conversions.Utc(db.Home.Clock.GetUtcNow().UtcDateTime);

    public async Task<Guid> QueueAsync(string kind, string payloadJson, PersonId? by, DateTime? notBeforeUtc = null, CancellationToken cancel = default)
    {
        var job = Job.Queue(kind, payloadJson, by, Now, notBeforeUtc);
        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancel);
        return job.Id;
    }

    /// <summary>Takes the oldest waiting job, or one whose process is gone; null when there is none.</summary>
    public async Task<Job?> TakeAsync(string process, CancellationToken cancel = default)
    {
        var time = Now;
        var open = await db.Jobs.Where(j => j.EndedAtUtc == null && (j.NotBeforeUtc == null || j.NotBeforeUtc <= time)).OrderBy(j => j.Id).AsNoTracking().ToListAsync(cancel);
        foreach (var job in open.Where(j => j.TakenBy is not { } by || IsGone(by, j.AliveAtUtc)))
        {
            var now = Now;
            var taken = await WriteAsync(jobs => jobs.Where(j => j.Id == job.Id && j.TakenBy == job.TakenBy && j.AliveAtUtc == job.AliveAtUtc && j.EndedAtUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.TakenBy, process).SetProperty(j => j.AliveAtUtc, now), cancel), cancel);
            if (taken == 1)
                return await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == job.Id, cancel);
        }

        return null;
    }

    /// <summary>Says how far the work is, or without a text only that it goes on. False when it shall stop: somebody asked to cancel it, or it is no longer this process's.</summary>
    public async Task<bool> ReportAsync(Guid id, string process, string? text, CancellationToken cancel = default)
    {
        var now = Now;
        // why: a mark that cannot be written at once is left out; waiting for the gate would stop the very work that holds it, and the next mark says more.
        if (!db.Home.IsSqlite || await db.Home.Gate.WaitAsync(0, cancel))
        {
            try
            {
                await Mine(db.Jobs, id, process).ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.ProgressText, j => text ?? j.ProgressText).SetProperty(j => j.AliveAtUtc, now), cancel);
            }
            finally
            {
                if (db.Home.IsSqlite)
                    db.Home.Gate.Release();
            }
        }

        return await Mine(db.Jobs, id, process).AnyAsync(j => j.CancelAskedAtUtc == null, cancel);
    }

    /// <summary>Ends the job with its result, with the sentence (as JSON) of why it failed, or as it was asked to stop. False when it is no longer this process's.</summary>
    public async Task<bool> EndAsync(Guid id, string process, JobEnd end, string? resultJson, CancellationToken cancel = default)
    {
        var now = Now;
        return await WriteAsync(jobs => Mine(jobs, id, process).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.EndedAtUtc, now).SetProperty(j => j.End, end).SetProperty(j => j.ResultJson, resultJson), cancel), cancel) == 1;
    }

    /// <summary>Asks for the job to be stopped; one that nobody has taken yet ends at once.</summary>
    public async Task CancelAsync(Guid id, CancellationToken cancel = default)
    {
        var now = Now;
        await WriteAsync(jobs => jobs.Where(j => j.Id == id && j.EndedAtUtc == null && j.CancelAskedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelAskedAtUtc, now), cancel), cancel);
        await WriteAsync(jobs => jobs.Where(j => j.Id == id && j.EndedAtUtc == null && j.TakenBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.EndedAtUtc, now).SetProperty(j => j.End, JobEnd.Cancelled), cancel), cancel);
    }

    private static IQueryable<Job> Mine(IQueryable<Job> jobs, Guid id, string process) => jobs.Where(j => j.Id == id && j.TakenBy == process && j.EndedAtUtc == null);

    private async Task<int> WriteAsync(Func<IQueryable<Job>, Task<int>> update, CancellationToken cancel)
    {
        if (!db.Home.IsSqlite)
            return await update(db.Jobs);
        await using var write = await db.BeginWriteAsync(cancel);
        var rows = await update(db.Jobs);
        await write.CommitAsync(cancel);
        return rows;
    }

    private bool IsGone(string process, DateTime? aliveAtUtc) =>
        WorkProcess.IsGoneFromHere(process) || aliveAtUtc is not { } at || Now - at > Patience;
}

/// <summary>The name under which a process takes jobs: machine, process id and start, so that a later process never passes for it.</summary>
public static class WorkProcess
{
    public static string Current { get; } = Name(Process.GetCurrentProcess());

    internal static bool IsGoneFromHere(string name)
    {
        if (name.Split('/') is not [var machine, var id, _] || machine != Environment.MachineName || !int.TryParse(id, out var pid))
            return false;
        try
        {
            using var process = Process.GetProcessById(pid);
            return Name(process) != name;
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string Name(Process process) => $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddHHmmss}";
}
