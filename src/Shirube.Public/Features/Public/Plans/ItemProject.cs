using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>A project placed at an item, with its department of the year, its amount and the latest direction (今後の方向性) where there is one.</summary>
public sealed record ItemProject(PublicKey Key, string? Number, string Name, bool IsSample, bool IsMain, string? Department, Yen? Amount, Yen? General, string? Direction)
{
    public static IReadOnlyList<ItemProject> Under(Release release, PlanRow plan, ItemRow item, CostYear? cost, FiscalYear now) => release.Query<ItemProject>($"""
        WITH {CostYear.Amounts}
        SELECT p.key, p.number, p.name, p.is_sample, pl.is_main, {OwnerName} AS department, a.amount, a.general,
            (SELECT d.choice FROM (
                SELECT n.year, 0 AS is_sheet, n.stage = 'Manager' AS stage, n.place, n.choice FROM answers n WHERE n.project = p.key AND n.question LIKE '%方向性%' AND n.choice IS NOT NULL
                UNION ALL SELECT r.year, 1, a.stage, q.place, a.choice FROM sheets s JOIN evaluation_rounds r ON r.key = s.round JOIN sheet_answers a ON a.sheet = s.key JOIN form_questions q ON q.form = s.form AND q.key = a.question
                WHERE s.project = p.key AND r.use = 'Yearly' AND q.role = 'Direction' AND a.choice IS NOT NULL) d ORDER BY d.year DESC, d.is_sheet DESC, d.stage DESC, d.place LIMIT 1) AS direction
        FROM placements pl JOIN projects p ON p.key = pl.project LEFT JOIN amounts a ON a.project = p.key
        WHERE pl.plan = @plan AND pl.item = @item ORDER BY pl.is_main DESC, p.number, p.name, p.key
        """, new { year = cost?.FiscalYear.Value ?? 0, stage = cost?.StageName ?? "", plan = plan.Key.Value, item = item.Key.Value, now = now.Value });

    /// <summary>The department that owns the project p in the year @now, else the first that will.</summary>
    public const string OwnerName = """
        (SELECT d.name FROM owners o JOIN departments d ON d.key = o.department WHERE o.project = p.key ORDER BY o.from_year <= @now DESC, CASE WHEN o.from_year <= @now THEN -o.from_year ELSE o.from_year END LIMIT 1)
        """;
}
