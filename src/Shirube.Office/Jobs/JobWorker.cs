using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Jobs;

/// <summary>Takes jobs one after the other, only from databases that have work.</summary>
public sealed partial class JobWorker(JobQueue queue, IEnumerable<JobKind> kinds, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(k => k.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var code in queue.WithWork)
                    while (await queue.TakeAsync(code, stoppingToken) is { } job)
                        await DoAsync(code, job, stoppingToken);
                await queue.WaitAsync(TimeSpan.FromSeconds(5), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                WorkFailed(log, failure);
                await queue.WaitAsync(TimeSpan.FromSeconds(30), stoppingToken);
            }
        }
    }

    private async Task DoAsync(MunicipalityCode code, Job job, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var alive = StayAliveAsync(code, job.Id, ended.Token);
        try
        {
            var result = await byName[job.Kind].Run(new(code, job.Id, job.PayloadJson, job.By, text => queue.TellAsync(code, job.Id, text, stopping)), stopping);
            await queue.EndAsync(code, job.Id, JobEnd.Finished, result);
        }
        catch (RefusalException refused)
        {
            await queue.EndAsync(code, job.Id, JobEnd.Failed, JsonSerializer.Serialize(refused.Refusal));
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            JobFailed(log, bug, job.Kind, job.Id);
            await queue.EndAsync(code, job.Id, JobEnd.Failed, JsonSerializer.Serialize(DatabaseTrouble.In(bug) ?? Refusals.JobBroke(job.Id)));
        }
        finally
        {
            await ended.CancelAsync();
            await alive;
        }
    }

    private async Task StayAliveAsync(MunicipalityCode code, Guid id, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Pulse);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
                await queue.TellAsync(code, id, null, ended);
        }
        catch (OperationCanceledException)
        {
            // why: the job ended; there is nothing more to tell.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work could not be taken.")]
    private static partial void WorkFailed(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Id} broke.")]
    private static partial void JobFailed(ILogger log, Exception failure, string kind, Guid id);
}
