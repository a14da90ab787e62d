using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Ui.Charts;

/// <summary>計画の全体像: which plans make up the present generation and the next, how each is composed, and how they are run.</summary>
/// <param name="Nothing">What is said where a role has no plan.</param>
/// <param name="Cycle">The yearly round, step by step.</param>
public sealed record PlanStructure(IReadOnlyList<DrawnPlan> Plans, FiscalYear Year, string Nothing, IReadOnlyList<CycleStep> Cycle)
{
    private static readonly (string Name, PlanKind[] Kinds)[] Roles =
    [
        ("めざす姿", [PlanKind.Vision, PlanKind.BasicConcept]), ("施策の体系", [PlanKind.ActionPlan, PlanKind.BasicPlan]), ("毎年の実施", [PlanKind.ImplementationPlan]),
        ("総合戦略", [PlanKind.RegionalStrategy]), ("分野別計画など", [PlanKind.SectorPlan, PlanKind.Other]),
    ];

    public IReadOnlyList<DrawnPlan> Now => [.. Plans.Where(p => p.First <= Year && (p.Last is not { } last || Year <= last))];
    public IReadOnlyList<DrawnPlan> Next => [.. Plans.Where(p => p.First > Year)];

    /// <summary>What the plans of each kind are for, the present ones beside the next.</summary>
    public IEnumerable<(string Role, IReadOnlyList<DrawnPlan> Now, IReadOnlyList<DrawnPlan> Next)> Compared =>
        Roles.Select(r => (r.Name, Of(r.Kinds, Now), Of(r.Kinds, Next))).Where(r => r.Item2.Count + r.Item3.Count > 0);

    public IEnumerable<(string Heading, IReadOnlyList<(string Role, DrawnPlan Plan)> Layers)> Compositions =>
        from generation in new[] { ("いまの計画の構成", Now), ("次の計画の構成", Next) }
        where generation.Item2.Count > 0
        select (generation.Item1, (IReadOnlyList<(string, DrawnPlan)>)[.. Roles.SelectMany(r => Of(r.Kinds, generation.Item2).Select(p => (r.Name, p)))]);

    private static IReadOnlyList<DrawnPlan> Of(PlanKind[] kinds, IReadOnlyList<DrawnPlan> plans) => [.. plans.Where(p => kinds.Contains(p.Kind))];
}

/// <summary>A plan as the pictures of the whole show it, in one of its editions.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Compared">The page that compares it with the plan before; null where there is none.</param>
public sealed record DrawnPlan(PlanKind Kind, string Name, FiscalYear First, FiscalYear? Last, string Period, string Address, string? Compared)
{
    /// <summary>The state of the edition, where it has to be said.</summary>
    public (Controls.Tone Tone, string Word)? State { get; init; }
    /// <summary>The label of the edition, where a reader may choose one.</summary>
    public string? Edition { get; init; }
    /// <summary>前期 R9〜R12</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];
    /// <summary>How many items stand on each level, from the top down.</summary>
    public IReadOnlyList<(string Level, int Items)> Levels { get; init; } = [];
    public int Projects { get; init; }
    public int Initiatives { get; init; }

    public bool IsBeside => Kind is PlanKind.RegionalStrategy or PlanKind.SectorPlan or PlanKind.Other;

    /// <summary>政策 8 › 施策 24 › 事務事業 62</summary>
    public string Composition => string.Join(" › ", Levels.Where(l => l.Items > 0).Concat(Projects > 0 ? [("事務事業", Projects)] : []).Select(l => $"{l.Item1} {l.Item2:#,0}"));
}

/// <summary>A step of the yearly round: plan, do, evaluate, revise.</summary>
public sealed record CycleStep(string Role, string Heading, string Text, string? Address = null, string? Link = null);
