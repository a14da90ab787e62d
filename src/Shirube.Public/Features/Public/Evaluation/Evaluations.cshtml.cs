using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>The years of which results of the evaluation are public.</summary>
public sealed class EvaluationsModel : PublicPage
{
    public IReadOnlyList<ResultGroup> Groups { get; private set; } = [];

    public void OnGet() => Groups = ResultGroup.All(Release);
}
