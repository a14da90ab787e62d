using Shirube.Domain.Common;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>One thing of a file, brought together with what the municipality has.</summary>
/// <param name="Project">The identity of the project whose indicator or evaluation it is.</param>
public sealed record Imported(string Kind, string Identity, string Title, Aggregate Thing, Guid Id, bool IsNew, Merge Merge, Remembered? Last, SourceRow? Source = null, string? Project = null)
{
    public bool IsUpdated => !IsNew && Merge.Changes.Count > 0;

    /// <summary>Whether the run has to remember the thing: it changed, or the file speaks of it otherwise than last time.</summary>
    public bool IsWorthRemembering => IsNew || IsUpdated || Last?.Identity != Identity || !Merge.Remembers(Last.Facts);
}

/// <summary>A file taken in, on paper: every thing with its changes, and the problems found on the way. Nothing is saved yet.</summary>
/// <param name="Names">Names of the departments and items that facts point at.</param>
public sealed record TakenIn(ImportBatch Batch, IReadOnlyList<Imported> Things, IReadOnlyList<ImportProblem> Problems, IReadOnlyDictionary<string, string> Names)
{
    public bool HasErrors => Problems.Any(p => p.Severity == ProblemSeverity.Error);

    /// <summary>True where saving would change nothing: the same file again.</summary>
    public bool ChangesNothing => !Things.Any(t => t.IsWorthRemembering);

    /// <summary>Identities of the projects of which an indicator or evaluation is new or changed.</summary>
    public IReadOnlySet<string> ChangedProjects { get; } =
        Things.Where(t => t.Project is not null && (t.IsNew || t.IsUpdated)).Select(t => t.Project!).ToHashSet();

    public IEnumerable<Imported> Of(string kind) => Things.Where(t => t.Kind == kind);
}

/// <summary>The kinds of things that files bring, as the import memory names them.</summary>
public static class ImportedKind
{
    public const string Department = "Department", Plan = "Plan", Edition = "Edition", PlanItem = "PlanItem", Project = "Project", Indicator = "Indicator", EvaluationFact = "EvaluationFact";
}
