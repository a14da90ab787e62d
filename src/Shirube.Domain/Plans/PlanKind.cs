namespace Shirube.Domain.Plans;

/// <summary>What kind of plan: see the glossary for the Japanese names.</summary>
public enum PlanKind
{
    Vision,
    ActionPlan,
    RegionalStrategy,
    SectorPlan,
    BasicConcept,
    BasicPlan,
    ImplementationPlan,
    Other,
}

public static class PlanKinds
{
    /// <summary>Whether projects stand under items of such a plan: a vision or a basic concept says where to go, not what is done.</summary>
    public static bool MayCarryProjects(this PlanKind kind) => kind is not (PlanKind.Vision or PlanKind.BasicConcept);
}
