using System.Text.Json;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Office.Jobs;

namespace Shirube.Office.Evaluation;

/// <summary>A bundle of documents that somebody asked for: how far it is, or what came of it.</summary>
/// <param name="IsThere">Whether its file can be had.</param>
public sealed record Bundle(Guid Id, string Title, string Format, DateTime QueuedAtUtc, JobProgress Progress, bool IsRunning, bool IsThere)
{
    public SheetBundles.Outcome? Outcome { get; private init; }
    public Refusal? Failure { get; private init; }

    internal static Bundle Of(Job job, bool isThere)
    {
        var asked = SheetBundles.AskedBy(job);
        return new(job.Id, $"{EvaluationDocument.All.FirstOrDefault(d => d.Name == asked.Document)?.Title}{(asked.For == PaperFor.Public ? "(公開用)" : "")}", asked.Format, job.QueuedAtUtc, JobProgress.Of(job.ProgressText), job.End is null, isThere)
        {
            Outcome = job.End is JobEnd.Finished ? JsonSerializer.Deserialize<SheetBundles.Outcome>(job.ResultJson!) : null,
            Failure = job.End is JobEnd.Failed ? JsonSerializer.Deserialize<Refusal>(job.ResultJson!) : null,
        };
    }
}
