using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Common;

/// <summary>Which fields can be put back to an older value: those that a verb of their record writes.</summary>
internal static class PutBacks
{
    private static readonly Dictionary<string, HashSet<string>> Known = new()
    {
        [nameof(Project)] =
        [
            "Name", "Number", "Class", "IsStatutory", "LegalBasis", "InImplementationPlan", "InRegionalStrategy", "Period.Kind", "Period.First", "Period.Last",
            "Text.Outline", "Text.Means", "Text.MeansPlanned", "Text.Target", "Text.Intent", "Text.Result", "InternalContact", "InternalNote",
            nameof(Money), nameof(Staffing), nameof(Ownership), nameof(Placement),
        ],
        [nameof(Indicator)] = ["Name", "Unit", "Kind", "Definition", nameof(Actual), nameof(Target)],
        [nameof(PlanItem)] = ["Code", "Title", "PlainTitle", "Body", "ParentId", "Order"],
        [nameof(Plan)] = ["Name", "First", "Last", "PeriodNote", "LegalBasis", "Summary", "Source"],
        [nameof(Department)] = ["Name", "Code", "ParentId", "To"],
    };

    public static bool Knows(string kind) => Known.ContainsKey(kind);

    public static bool Knows(string kind, Spot spot) => Known.GetValueOrDefault(kind)?.Contains(spot.Part ?? spot.Field ?? "") == true;
}
