using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>What becomes of a project in the next plan, and what it comes from.</summary>
public sealed record ProjectFollow(PublicKey From, string FromName, bool FromIsSample, PublicKey Plan, string PlanName, PublicKey? To, string? ToName, bool ToIsSample)
{
    private const string Rows = """
        SELECT f.key AS "from", f.name AS from_name, f.is_sample AS from_is_sample, p.key AS plan, p.name AS plan_name, t.key AS "to", t.name AS to_name, COALESCE(t.is_sample, 0) AS to_is_sample
        FROM project_lineages l JOIN projects f ON f.key = l.from_project JOIN plans p ON p.key = l.to_plan LEFT JOIN projects t ON t.key = l.to_project
        """;

    /// <summary>Of all projects before a plan, in the order of their names.</summary>
    public static IReadOnlyList<ProjectFollow> InPlan(Release release, PublicKey plan) =>
        release.Query<ProjectFollow>($"{Rows} WHERE l.to_plan = @plan ORDER BY f.name, f.key, t.name, t.key", new { plan = plan.Value });

    /// <summary>What follows a project, and what it follows.</summary>
    public static IReadOnlyList<ProjectFollow> OfProject(Release release, PublicKey project) =>
        release.Query<ProjectFollow>($"{Rows} WHERE l.from_project = @project OR l.to_project = @project ORDER BY p.first_year, f.name, f.key, t.name, t.key", new { project = project.Value });
}
