using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Projects;

/// <summary>取込: one file taken in through one mapping, with the report of what came of it. An undone run stays listed.</summary>
public sealed class ImportRun : Aggregate
{
    private ImportRun(ImportRunId id, string fileName, string sha256, string mappingJson, DateTime atUtc)
    {
        Id = id;
        FileName = fileName;
        Sha256 = sha256;
        MappingJson = mappingJson;
        AtUtc = atUtc;
    }

    public ImportRunId Id { get; private set; }
    public string FileName { get; private set; }
    /// <summary>SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; }
    public string MappingJson { get; private set; }
    /// <summary>The year the sheet speaks of; null where every row names its own.</summary>
    public FiscalYear? FiscalYear { get; private set; }
    /// <summary>Nobody where a command did it.</summary>
    public PersonId? By { get; private set; }
    public DateTime AtUtc { get; private set; }
    /// <summary>The import report, as the command prints it with --json.</summary>
    public string ReportJson { get; private set; } = "{}";
    public Undoing? Undoing { get; private set; }

    public static ImportRun Of(string fileName, string sha256, string mappingJson, FiscalYear? year, PersonId? by, DateTime atUtc) =>
        new(ImportRunId.New(), fileName, sha256, mappingJson, atUtc) { FiscalYear = year, By = by };

    public void Report(string json) => ReportJson = json;

    public Refusal? WhyNotUndo() => Undoing is not null ? Refusals.ImportUndone(FileName) : null;

    public void Undo(PersonId? by, DateTime atUtc)
    {
        WhyNotUndo().ThrowIfAny();
        Undoing = new(by, atUtc);
    }
}

/// <summary>Who took a run back, and when. Nobody where a command did it.</summary>
public sealed record Undoing(PersonId? By, DateTime AtUtc);
