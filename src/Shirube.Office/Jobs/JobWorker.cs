using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Jobs;

/// <summary>Takes jobs one after the other, only from databases that were given work; at start from all, because work may be left from before.</summary>
public sealed partial class JobWorker(Catalogue catalogue, IEnumerable<JobKind> kinds, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(k => k.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Func<IEnumerable<MunicipalityCode>> withWork = () => catalogue.All.Select(m => m.Code);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var code in withWork().ToList())
                    await WorkOffAsync(code, stoppingToken);
                withWork = catalogue.TakeWork;
                await Task.Delay(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task WorkOffAsync(MunicipalityCode code, CancellationToken stopping)
    {
        try
        {
            while (await WithQueueAsync(code, q => q.TakeAsync(WorkProcess.Current, stopping)) is { } job)
                await DoAsync(code, job, stopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            WorkFailed(log, failure, code.Value);
        }
    }

    private async Task DoAsync(MunicipalityCode code, Job job, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var told = (Done: 0, Total: 0, Text: "始めています");
        Task TellAsync() => WithQueueAsync(code, q => q.ReportAsync(job.Id, WorkProcess.Current, told.Done, told.Total, told.Text, ended.Token));
        var alive = StayAliveAsync(TellAsync, ended.Token);
        try
        {
            var result = await byName[job.Kind].Run(new(code, job.PayloadJson, job.By, (done, total, text) => { told = (done, total, text); return TellAsync(); }), stopping);
            await WithQueueAsync(code, q => q.FinishAsync(job.Id, WorkProcess.Current, result, CancellationToken.None));
        }
        catch (RefusalException refused)
        {
            await FailAsync(code, job, refused.Refusal);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            JobFailed(log, bug, job.Kind, job.Id);
            await FailAsync(code, job, Refusals.JobBroke(job.Id));
        }
        finally
        {
            await ended.CancelAsync();
            await alive;
        }
    }

    private Task FailAsync(MunicipalityCode code, Job job, Refusal why) =>
        WithQueueAsync(code, q => q.FailAsync(job.Id, WorkProcess.Current, JsonSerializer.Serialize(why), CancellationToken.None));

    private async Task<T> WithQueueAsync<T>(MunicipalityCode code, Func<JobQueue, Task<T>> use)
    {
        await using var db = catalogue.Open(code);
        return await use(new(db));
    }

    private static async Task StayAliveAsync(Func<Task> tell, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Pulse);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
                await tell();
        }
        catch (OperationCanceledException)
        {
            // why: the job ended; there is nothing more to tell.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work of {Code} could not be taken.")]
    private static partial void WorkFailed(ILogger log, Exception failure, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Id} broke.")]
    private static partial void JobFailed(ILogger log, Exception failure, string kind, Guid id);
}
