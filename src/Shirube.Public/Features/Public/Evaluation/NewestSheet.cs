using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>A sheet of the newest year in which a project or a plan item was evaluated, in short.</summary>
public sealed record NewestSheet(PublicKey Key, string Name, FiscalYear Year, FiscalYear JudgedYear, FormUse Use, bool IsSample, bool IsSubmitted, string? Direction, string? Result, string? Cost)
{
    private static readonly string Sql = $"""
        SELECT s.key, r.name, r.year, r.judged_year, r.use, r.is_sample, EXISTS (SELECT 1 FROM sheet_stages t WHERE t.sheet = s.key AND t.is_submitted) AS is_submitted,
            {LastSaid("Direction")} AS direction, {LastSaid("Result")} AS result, {LastSaid("Cost")} AS cost
        FROM sheets s JOIN evaluation_rounds r ON r.key = s.round
        """;

    public static IReadOnlyList<NewestSheet> OfProject(Release release, string project) => Newest(release.Query<NewestSheet>($"{Sql} WHERE s.project = @project", new { project }));

    public static IReadOnlyList<NewestSheet> OfItem(Release release, PublicKey plan, PublicKey item) => Newest(release.Query<NewestSheet>($"{Sql} WHERE s.plan = @plan AND s.item = @item", new { plan = plan.Value, item = item.Value }));

    /// <summary>The choice of the last stage of the sheet s that answered a question of a role.</summary>
    public static string LastSaid(string role) =>
        $"(SELECT a.choice FROM sheet_answers a JOIN form_questions q ON q.form = s.form AND q.key = a.question WHERE a.sheet = s.key AND q.role = '{role}' AND a.choice IS NOT NULL ORDER BY a.stage DESC, q.place LIMIT 1)";

    private static IReadOnlyList<NewestSheet> Newest(IReadOnlyList<NewestSheet> all) =>
        [.. all.Where(s => s.Year.Value == all.Max(o => o.Year.Value)).OrderBy(s => s.Use).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Key.Value, StringComparer.Ordinal)];
}
