using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>A line of the list of projects.</summary>
public sealed record ProjectRow(PublicKey Key, string? Number, string Name, bool IsSample, string? Item, string? ItemCode, string? ItemTitle, int? TreeOrder, string? DepartmentKey, string? Department, string Folded, long? Amount)
{
    /// <summary>All projects in the order of the plan's tree; those without a place come last.</summary>
    public static IReadOnlyList<ProjectRow> All(Release release, PlanTree? tree, CostYear? cost, FiscalYear now) => release.Query<ProjectRow>($"""
        WITH {CostYear.Amounts},
        owned AS (
            SELECT project, department, row_number() OVER (PARTITION BY project ORDER BY from_year <= @now DESC, CASE WHEN from_year <= @now THEN -from_year ELSE from_year END) AS rank FROM owners)
        SELECT p.key, p.number, p.name, p.is_sample, pl.item, i.code AS item_code, COALESCE(i.plain_title, i.title) AS item_title, i.tree_order, o.department AS department_key, d.name AS department, s.folded, a.amount
        FROM projects p
        LEFT JOIN placements pl ON pl.project = p.key AND pl.plan = @plan AND pl.is_main = 1
        LEFT JOIN items i ON i.edition = @edition AND i.key = pl.item
        LEFT JOIN owned o ON o.project = p.key AND o.rank = 1
        LEFT JOIN departments d ON d.key = o.department
        LEFT JOIN amounts a ON a.project = p.key
        JOIN search s ON s.kind = 'project' AND s.key = p.key
        ORDER BY i.tree_order IS NULL, i.tree_order, p.number, p.name, p.key
        """, new { year = cost?.FiscalYear.Value ?? 0, stage = cost?.StageName ?? "", plan = tree?.Plan.Key.Value, edition = tree?.Plan.Edition.Value, now = now.Value });
}
