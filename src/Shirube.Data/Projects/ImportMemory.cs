using Shirube.Domain.Projects;

namespace Shirube.Data;

/// <summary>
/// What one run imported of one thing: the file's facts, what the thing was before, and its version after.
/// The last imported facts of a thing are those of the newest run that still has a row for it; undoing a run removes its rows.
/// </summary>
public sealed class ImportMemory
{
    public ImportMemory(ImportRunId runId, string kind, string identity, Guid aggregateId, string json, string? beforeJson, int version)
    {
        RunId = runId;
        Kind = kind;
        Identity = identity;
        AggregateId = aggregateId;
        Json = json;
        BeforeJson = beforeJson;
        Version = version;
    }

    public ImportRunId RunId { get; private set; }
    /// <summary>What sort of thing: Project, PlanItem, Department, Indicator, EvaluationFact …</summary>
    public string Kind { get; private set; }
    /// <summary>The thing's stable identity in files: project number, item path, department path, project number and slot.</summary>
    public string Identity { get; private set; }
    public Guid AggregateId { get; private set; }
    /// <summary>The facts as the file had them.</summary>
    public string Json { get; private set; }
    /// <summary>The facts before the run; null where the run made the thing.</summary>
    public string? BeforeJson { get; private set; }
    /// <summary>The aggregate's version after the run; a higher one now means that somebody edited it since.</summary>
    public int Version { get; private set; }

    public void SavedAs(int version) => Version = version;
}
