using System.Text.Json;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shirube.Office.Jobs;

namespace Shirube.Office.Projects.Import;

/// <summary>The long work of an import: reading a file for a look, taking it in, and taking a run back.</summary>
public sealed class ImportJobs(Catalogue catalogue, KeptFiles files, TimeProvider clock)
{
    public const string PreviewKind = "import-preview", TakeInKind = "import-take-in", UndoKind = "import-undo";

    /// <summary>The run a job left; null where nothing changed.</summary>
    public sealed record Outcome(Guid? Run);

    public IEnumerable<JobKind> Kinds => [new(PreviewKind, PreviewAsync), new(TakeInKind, TakeInAsync), new(UndoKind, UndoAsync)];

    public static string PayloadOf(string subject) => JsonSerializer.Serialize(subject);

    public static string SubjectOf(string payloadJson) => JsonSerializer.Deserialize<string>(payloadJson)!;

    private async Task<string> PreviewAsync(RunningJob job, CancellationToken cancel)
    {
        await job.Tell("1/2 ファイルを読んでいます");
        var (batch, mapping) = Read(job);
        await job.Tell("2/2 いまの内容と照らし合わせています");
        await using var db = catalogue.Open(job.Municipality);
        var taken = await new OfficeImport(db, Occasion.At(job.By, clock.GetUtcNow())).PreviewAsync(batch, cancel);
        return ImportPreview.Of(taken, mapping.Words).ToJson();
    }

    private async Task<string> TakeInAsync(RunningJob job, CancellationToken cancel)
    {
        await job.Tell("1/3 ファイルを読んでいます");
        var (batch, mapping) = Read(job);
        await using var db = catalogue.Open(job.Municipality);
        var step = 1;
        var (_, run) = await new OfficeImport(db, Occasion.At(job.By, clock.GetUtcNow()))
            .RunAsync(batch, (mapping.Json, mapping.Words), text => job.Tell($"{++step}/3 {text}"), cancel);
        return JsonSerializer.Serialize(new Outcome(run?.Value));
    }

    private async Task<string> UndoAsync(RunningJob job, CancellationToken cancel)
    {
        var occasion = Occasion.At(job.By, clock.GetUtcNow());
        var run = new ImportRunId(Guid.Parse(SubjectOf(job.PayloadJson)));
        await job.Tell("1/2 取り込みのあとの変更を調べています");
        await using var db = catalogue.Open(job.Municipality);
        var undo = await ImportUndo.OfAsync(db, run, occasion.Today, cancel);
        await job.Tell("2/2 元に戻しています");
        await undo.RunAsync(occasion, cancel);
        return JsonSerializer.Serialize(new Outcome(run.Value));
    }

    private (ImportBatch, MappingChoice) Read(RunningJob job)
    {
        var file = files.Find(job.Municipality, SubjectOf(job.PayloadJson)) ?? throw new RefusalException(Refusals.KeptFileGone);
        using var stream = files.Open(job.Municipality, file);
        using var workbook = Workbook.Open(stream, file.Name);
        var mapping = files.MappingOf(job.Municipality, file);
        if (mapping is null)
            files.SetMapping(job.Municipality, file, mapping = MappingChoice.For(workbook));
        return (Importer.Read(workbook, mapping.Mapping, new(job.Municipality)), mapping);
    }
}
