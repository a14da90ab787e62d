using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Jobs;

/// <summary>The jobs table of each office database, and the marks in the data folder that say which of them has work.</summary>
public sealed class JobQueue(Catalogue catalogue, TimeProvider clock) : IDisposable
{
    // why: a process that gives no sign of life for so long has died; its job is taken again.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim bell = new(0, 1);
    private readonly string process = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Guid> QueueAsync(MunicipalityCode code, string kind, string payloadJson, PersonId? by, CancellationToken cancel = default)
    {
        await using var db = catalogue.Open(code);
        var job = Job.Queue(kind, payloadJson, by, Now);
        db.Add(job);
        await db.SaveChangesAsync(cancel);
        await File.WriteAllTextAsync(Mark(code), job.Id.ToString(), cancel);
        Ring();
        return job.Id;
    }

    /// <summary>Waits until somebody in this process queues a job, or the time is over (another process may have).</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => await bell.WaitAsync(atMost, cancel);

    public IReadOnlyList<MunicipalityCode> WithWork => [.. catalogue.All.Select(m => m.Code).Where(code => File.Exists(Mark(code)))];

    /// <summary>Takes the oldest waiting job, so that no other process takes it; null where none waits.</summary>
    internal async Task<Job?> TakeAsync(MunicipalityCode code, CancellationToken cancel)
    {
        await using var db = catalogue.Open(code);
        var lost = Now - Silence;
        foreach (var id in await db.Jobs.Where(j => j.EndedAtUtc == null && (j.TakenBy == null || j.AliveAtUtc < lost)).OrderBy(j => j.Id).Select(j => j.Id).ToListAsync(cancel))
        {
            var now = Now;
            var taken = await db.Jobs.Where(j => j.Id == id && j.EndedAtUtc == null && (j.TakenBy == null || j.AliveAtUtc < lost))
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.TakenBy, process).SetProperty(j => j.AliveAtUtc, now), cancel);
            if (taken == 1)
                return await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, cancel);
        }

        await ForgetAsync(db, code, cancel);
        return null;
    }

    internal async Task TellAsync(MunicipalityCode code, Guid id, string? progress, CancellationToken cancel)
    {
        await using var db = catalogue.Open(code);
        var now = Now;
        await db.Jobs.Where(j => j.Id == id && j.TakenBy == process)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.AliveAtUtc, now).SetProperty(j => j.ProgressText, j => progress ?? j.ProgressText), cancel);
    }

    internal async Task EndAsync(MunicipalityCode code, Guid id, JobEnd end, string resultJson)
    {
        await using var db = catalogue.Open(code);
        var now = Now;
        await db.Jobs.Where(j => j.Id == id && j.TakenBy == process && j.EndedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.EndedAtUtc, now).SetProperty(j => j.End, end).SetProperty(j => j.ResultJson, resultJson), CancellationToken.None);
    }

    // why: the mark goes first and comes back if work is left, so that a job queued in between is never forgotten.
    private async Task ForgetAsync(OfficeDb db, MunicipalityCode code, CancellationToken cancel)
    {
        File.Delete(Mark(code));
        if (await db.Jobs.AnyAsync(j => j.EndedAtUtc == null, cancel))
            await File.WriteAllTextAsync(Mark(code), "", cancel);
    }

    public void Dispose() => bell.Dispose();

    private string Mark(MunicipalityCode code)
    {
        var folder = Path.Combine(catalogue.Folder, code.Value);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "work-waits");
    }

    private void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // why: it already rings; one pass takes all there is.
        }
    }
}
