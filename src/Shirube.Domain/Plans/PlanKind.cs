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
