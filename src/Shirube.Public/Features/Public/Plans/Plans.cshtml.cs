using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Plans;

public sealed class PlansModel : PublicPage
{
    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];

    public void OnGet() => Plans = PlanRow.All(Release);
}
