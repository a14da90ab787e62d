using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects.Import;

/// <summary>What the municipality has before a file is taken in, with what was imported last of each thing.</summary>
public sealed record Holdings(
    IReadOnlyList<Department> Departments,
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<Edition> Editions,
    IReadOnlyList<PlanItem> Items,
    IReadOnlyList<Project> Projects,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<EvaluationFact> Evaluations,
    IReadOnlyDictionary<(string Kind, string Identity), Remembered> Memory)
{
    public static readonly Holdings None = new([], [], [], [], [], [], [], new Dictionary<(string, string), Remembered>());

    private readonly Dictionary<(string, Guid), Remembered> byThing = Memory.GroupBy(m => (m.Key.Kind, m.Value.Id)).ToDictionary(g => g.Key, g => g.MaxBy(m => m.Value.AtUtc).Value);

    /// <summary>What an identity in files stood for last time.</summary>
    public Remembered? Recall(string kind, string identity) => Memory.GetValueOrDefault((kind, identity));

    /// <summary>What was imported last of a thing, preferably under this identity: two paths of a file may mean one department.</summary>
    public Remembered? RecallOf(string kind, string identity, Guid id) => Recall(kind, identity) is { } same && same.Id == id ? same : byThing.GetValueOrDefault((kind, id));
}

/// <summary>The thing an identity in files stands for, and its last imported facts.</summary>
public sealed record Remembered(string Identity, Guid Id, Facts Facts, DateTime AtUtc);

/// <summary>Who takes a file in, when, and what the file itself does not say.</summary>
/// <param name="PlanName">The name of the plan the file's tree belongs to, where it has to be founded.</param>
public sealed record Occasion(PersonId? By, DateTime AtUtc, DateOnly Today, string PlanName = "総合計画")
{
    public static Occasion At(PersonId? by, DateTimeOffset now) => new(by, now.UtcDateTime, Tokyo.DayOf(now.UtcDateTime));
}
