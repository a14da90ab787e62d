using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>The sheets of one round about projects, or those about plan items; without a round, the evaluations of a year that were taken over from files.</summary>
public sealed record ResultGroup(PublicKey? Round, string Name, FiscalYear Year, FiscalYear JudgedYear, FormUse Use, bool IsSample, bool IsOfItems, int Sheets, int Submitted)
{
    public int NotSubmitted => Sheets - Submitted;
    public string TargetWords => IsOfItems ? "計画の項目" : "事務事業";

    /// <summary>The address of its list, after the municipality.</summary>
    public string Address => Round is null ? $"evaluations/{Year.Value}" : $"evaluations/{Year.Value}?round={Round}{(IsOfItems ? "&of=items" : "")}";

    public string UseWords => Use switch { FormUse.Yearly => "毎年度の評価", FormUse.MidTerm => "中間年の評価", _ => "事前評価" };

    /// <summary>令和8年度に、令和7年度の仕事について評価しました。</summary>
    public string YearWords => Use == FormUse.ExAnte ? $"{Year.Era}に、{JudgedYear.Era}に始める仕事について行った評価です。" : $"{Year.Era}に、{JudgedYear.Era}の仕事について行った評価です。";

    /// <summary>All groups, newest year first; taken-over evaluations only where no yearly round of projects says more about the year.</summary>
    public static IReadOnlyList<ResultGroup> All(Release release)
    {
        var rounds = release.Query<ResultGroup>("""
            SELECT r.key AS round, r.name, r.year, r.judged_year, r.use, r.is_sample, s.project IS NULL AS is_of_items, count(*) AS sheets,
                sum(EXISTS (SELECT 1 FROM sheet_stages t WHERE t.sheet = s.key AND t.is_submitted)) AS submitted
            FROM evaluation_rounds r JOIN sheets s ON s.round = r.key GROUP BY r.key, s.project IS NULL
            """);
        var judged = rounds.Where(g => g is { Use: FormUse.Yearly, IsOfItems: false }).Select(g => g.Year).ToHashSet();
        var facts = release.Query<FactYear>("SELECT year, count(*) AS count FROM evaluations GROUP BY year").Where(f => !judged.Contains(f.Year))
            .Select(f => new ResultGroup(null, "事務事業の評価", f.Year, f.Year.Previous, FormUse.Yearly, false, false, f.Count, f.Count));
        return [.. rounds.Concat(facts).OrderByDescending(g => g.Year.Value).ThenBy(g => g.Use).ThenBy(g => g.IsOfItems).ThenBy(g => g.Name, StringComparer.Ordinal).ThenBy(g => g.Round?.Value, StringComparer.Ordinal)];
    }

    private sealed record FactYear(FiscalYear Year, int Count);
}
