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
            (SELECT n.choice FROM answers n WHERE n.project = p.key AND n.question LIKE '%方向性%' AND n.choice IS NOT NULL ORDER BY n.year DESC, n.stage = 'Manager' DESC, n.place LIMIT 1) AS direction
        FROM placements pl JOIN projects p ON p.key = pl.project LEFT JOIN amounts a ON a.project = p.key
        WHERE pl.plan = @plan AND pl.item = @item ORDER BY pl.is_main DESC, p.number, p.name, p.key
        """, new { year = cost?.FiscalYear.Value ?? 0, stage = cost?.StageName ?? "", plan = plan.Key.Value, item = item.Key.Value, now = now.Value });

    /// <summary>The department that owns the project p in the year @now, else the first that will.</summary>
    public const string OwnerName = """
        (SELECT d.name FROM owners o JOIN departments d ON d.key = o.department WHERE o.project = p.key ORDER BY o.from_year <= @now DESC, CASE WHEN o.from_year <= @now THEN -o.from_year ELSE o.from_year END LIMIT 1)
        """;
}
