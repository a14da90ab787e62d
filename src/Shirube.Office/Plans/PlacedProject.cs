using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Plans;

/// <summary>A place of a project in one edition of a plan, with the items above it; all null where the project has no place, no title where the edition lacks the item.</summary>
internal sealed class PlacedProject
{
    public required Project Project { get; init; }
    public PlanId? PlanId { get; init; }
    public PublicKey? PlanKey { get; init; }
    public string? PlanName { get; init; }
    public FiscalYear? First { get; init; }
    public FiscalYear? Last { get; init; }
    public EditionId? Edition { get; init; }
    /// <summary>Whether it is the edition that the office means.</summary>
    public bool IsShown { get; init; }
    public PublicKey? ItemKey { get; init; }
    public bool? IsMain { get; init; }
    public required PathStep Item { get; init; }
    public required PathStep Up1 { get; init; }
    public required PathStep Up2 { get; init; }
    public required PathStep Up3 { get; init; }
    public required PathStep Up4 { get; init; }
}

/// <summary>One item of a path; without a title there is none.</summary>
internal sealed record PathStep(PublicKey? Key, string? Code, string? Title)
{
    public string Name => Code is null ? Title! : $"{Code} {Title}";
}
