namespace Shirube.Data;

/// <summary>What sort of record a search finds, in the order in which kinds are listed.</summary>
public enum SearchKind
{
    Project,
    PlanItem,
    Indicator,
    Plan,
    Evaluation,
    Department,
    Person,
    Meeting,
    Survey,
    ImportRun,
    EntryCall,
    SavedView,
    GlossaryTerm,
    Initiative,
    PartnerActivity,
}
