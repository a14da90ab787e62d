using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Jobs;

/// <summary>The jobs table of each office database, and the marks in the data folder that say which of them has work.</summary>
public sealed class JobQueue(Catalogue catalogue, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim bell = new(0, 1);

    /// <param name="notBeforeUtc">The moment before which nobody takes it; null is at once.</param>
    public async Task<Guid> QueueAsync(MunicipalityCode code, string kind, string payloadJson, PersonId? by, DateTime? notBeforeUtc = null, CancellationToken cancel = default)
    {
        await using var db = catalogue.Open(code);
        var id = await new JobTable(db).QueueAsync(kind, payloadJson, by, notBeforeUtc, cancel);
        await TellOfAsync(code, cancel);
        return id;
    }

    /// <summary>Leaves the mark that a database has work which was saved together with what it is about.</summary>
    public async Task TellOfAsync(MunicipalityCode code, CancellationToken cancel = default)
    {
        await File.WriteAllTextAsync(Mark(code), "", cancel);
        Ring();
    }

    /// <summary>Waits until somebody in this process queues a job, or the time is over (another process may have).</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => await bell.WaitAsync(atMost, cancel);

    public IReadOnlyList<MunicipalityCode> WithWork => [.. catalogue.All.Select(m => m.Code).Where(code => File.Exists(Mark(code)) || HasCome(TimeMark(code)))];

    /// <summary>Takes the oldest waiting job, so that no other process takes it; null where none waits.</summary>
    internal async Task<Job?> TakeAsync(MunicipalityCode code, CancellationToken cancel)
    {
        await using var db = catalogue.Open(code);
        if (await new JobTable(db).TakeAsync(WorkProcess.Current, cancel) is { } job)
            return job;
        await ForgetAsync(db, code, cancel);
        return null;
    }

    internal async Task TellAsync(MunicipalityCode code, Guid id, string? progress, CancellationToken cancel)
    {
        await using var db = catalogue.Open(code);
        await new JobTable(db).ReportAsync(id, WorkProcess.Current, progress, cancel);
    }

    internal async Task EndAsync(MunicipalityCode code, Guid id, JobEnd end, string resultJson)
    {
        await using var db = catalogue.Open(code);
        await new JobTable(db).EndAsync(id, WorkProcess.Current, end, resultJson);
    }

    // why: the mark goes first and comes back if work is left, so that a job queued in between is never forgotten.
    private async Task ForgetAsync(OfficeDb db, MunicipalityCode code, CancellationToken cancel)
    {
        File.Delete(Mark(code));
        File.Delete(TimeMark(code));
        var open = await db.Jobs.Where(j => j.EndedAtUtc == null).Select(j => new { j.NotBeforeUtc }).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (open.Exists(j => j.NotBeforeUtc is not { } at || at <= now))
            await File.WriteAllTextAsync(Mark(code), "", cancel);
        else if (open.Min(j => j.NotBeforeUtc) is { } first)
            // why: the time is a mark of its own, which never hides a job queued meanwhile, and looked at every hour, should two processes have written it at once.
            await File.WriteAllTextAsync(TimeMark(code), (first < now + LongestWait ? first : now + LongestWait).ToString("O", CultureInfo.InvariantCulture), cancel);
    }

    // why: an unreadable mark (half written) is work that may have come.
    private bool HasCome(string mark)
    {
        try
        {
            return File.Exists(mark) && (!DateTime.TryParse(File.ReadAllText(mark), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) || at <= clock.GetUtcNow().UtcDateTime);
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => bell.Dispose();

    private string Mark(MunicipalityCode code) => In(code, "work-waits");

    private string TimeMark(MunicipalityCode code) => In(code, "work-waits-until");

    private string In(MunicipalityCode code, string name)
    {
        var folder = Path.Combine(catalogue.Folder, code.Value);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
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
