using System.IO.Compression;
using System.Text.Json;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Jobs;
using Shirube.Office.Printing;

namespace Shirube.Office.Evaluation;

/// <summary>A document of a round made for each department, as the long work of one job: a zip with a file for each, kept for two weeks in <c>CODE/documents</c> of the data folder.</summary>
public sealed class SheetBundles(Catalogue catalogue, JobQueue jobs, PaperPress press, TimeProvider clock)
{
    public const string KindName = "evaluation-papers";
    public const int DaysKept = 14;

    /// <param name="Departments">Null for all.</param>
    public sealed record Asked(string Round, string Document, string Format, PaperFor For, IReadOnlyList<Guid>? Departments);

    public sealed record Outcome(int Files, int Sheets);

    public JobKind Kind => new(KindName, RunAsync);

    public Task<Guid> QueueAsync(MunicipalityCode code, Asked asked, PersonId? by) => jobs.QueueAsync(code, KindName, JsonSerializer.Serialize(asked), by);

    public static Asked AskedBy(Job job) => JsonSerializer.Deserialize<Asked>(job.PayloadJson)!;

    /// <summary>The file that a job made; null where it is not there yet, or no more.</summary>
    public string? FileOf(MunicipalityCode code, Guid job) => File.Exists(PathOf(code, job)) ? PathOf(code, job) : null;

    private async Task<string> RunAsync(RunningJob job, CancellationToken stop)
    {
        Forget(job.Municipality);
        var asked = JsonSerializer.Deserialize<Asked>(job.PayloadJson)!;
        var document = EvaluationDocument.All.Single(d => d.Name == asked.Document);
        await using var db = catalogue.Open(job.Municipality);
        var order = new PaperOrder(catalogue.Find(job.Municipality)!.Name, new(asked.Round), asked.For, asked.Departments?.Select(DepartmentId.From).ToHashSet());
        var whole = await PrintedRound.Read(db, order, Tokyo.DayOf(clock.GetUtcNow().UtcDateTime));
        var departments = whole.ByDepartment.ToList();
        var arriving = $"{PathOf(job.Municipality, job.Id)}.part";
        await using (var zip = new ZipArchive(File.Create(arriving), ZipArchiveMode.Create))
            foreach (var (department, i) in departments.Select((d, i) => (d.ToList(), i)))
            {
                var name = department[0].DepartmentName;
                await job.Tell($"{i + 1}/{departments.Count} {name}");
                var file = await document.Make(db, whole with { Order = order with { Part = name }, Sheets = department }, asked.Format, press, stop);
                await using var entry = await zip.CreateEntry($"{i + 1:000}-{FileName.Of(name)}.{asked.Format}").OpenAsync(stop);
                await entry.WriteAsync(file, stop);
            }

        File.Move(arriving, PathOf(job.Municipality, job.Id), overwrite: true);
        return JsonSerializer.Serialize(new Outcome(departments.Count, whole.Sheets.Count));
    }

    // why: what was made can be made again; the folder must not grow for ever.
    private void Forget(MunicipalityCode code)
    {
        var last = clock.GetUtcNow().UtcDateTime.AddDays(-DaysKept);
        foreach (var file in Directory.CreateDirectory(Folder(code)).EnumerateFiles().Where(f => f.LastWriteTimeUtc < last))
            file.Delete();
    }

    private string Folder(MunicipalityCode code) => Path.Combine(catalogue.Folder, code.Value, "documents");

    private string PathOf(MunicipalityCode code, Guid job) => Path.Combine(Folder(code), $"{job:N}.zip");
}
