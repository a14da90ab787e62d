using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>One year's evaluation: each question with what the section and its manager said. No answer replaces another.</summary>
public sealed record EvaluationView(FiscalYear Year, IReadOnlyList<EvaluationQuestion> Questions)
{
    public static IReadOnlyList<EvaluationView> Of(Release release, string project) =>
        [.. release.Query<ReleasedAnswer>("SELECT * FROM answers WHERE project = @project ORDER BY year DESC, place, question", new { project })
            .GroupBy(a => a.Year).Select(year => new EvaluationView(year.Key, [.. year.GroupBy(a => a.Question)
                .Select(q => new EvaluationQuestion(q.Key, q.FirstOrDefault(a => a.Stage == EvaluationStage.Self), q.FirstOrDefault(a => a.Stage == EvaluationStage.Manager)))]))];
}

public sealed record EvaluationQuestion(string Question, ReleasedAnswer? Self, ReleasedAnswer? Manager)
{
    /// <summary>Whether the manager chose otherwise than the section.</summary>
    public bool Differs => Self?.Choice is { } self && Manager?.Choice is { } manager && self != manager;
}
