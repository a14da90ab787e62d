using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Deliberation;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Common;

/// <summary>The three questions of a citizen: what the city aims at, how far it is, what is happening now.</summary>
public sealed class HomeModel : PublicPage
{
    public PlanTree? Tree { get; private set; }
    public Aim? Aim { get; private set; }
    public PlanRow? Next { get; private set; }
    public IReadOnlyList<Happening> Now { get; private set; } = [];
    public IndicatorCounts Counts { get; private set; } = new(null, 0, 0, 0, 0);
    public IReadOnlyList<MovedIndicator> Moved { get; private set; } = [];

    public void OnGet()
    {
        var year = FiscalYear.Of(Today);
        var plans = PlanRow.All(Release);
        if (PlanRow.Main(Release, Today) is { } main)
            Tree = PlanTree.Load(Release, main, Today);
        Aim = Aim.Of(Release, plans, year);
        Next = plans.FirstOrDefault(p => p.FirstYear > year);
        Now = Latest();
        Counts = IndicatorCounts.Of(Release, year);
        Moved = MovedIndicator.Of(Release, year);
    }

    private List<Happening> Latest()
    {
        var meeting = Release.First<ReleasedMeeting>("SELECT * FROM meetings ORDER BY place DESC LIMIT 1");
        var survey = Release.First<ReleasedSurvey>("SELECT * FROM surveys ORDER BY first_day IS NULL, first_day DESC, key LIMIT 1");
        return [.. new[] { meeting is null ? null : Happening.Of(meeting), survey is null ? null : Happening.Of(survey) }.OfType<Happening>()];
    }
}

/// <summary>The one sentence a city stands for: the text of its めざすべき都市像 (将来像), from a plan in force before one to come.</summary>
public sealed record Aim(string Sentence, string Eyebrow, PublicKey Plan, bool IsSample)
{
    private sealed record AimRow(PublicKey Edition, string Title, string? Body, bool IsSample);

    public static Aim? Of(Release release, IReadOnlyList<PlanRow> plans, FiscalYear year)
    {
        var rows = release.Query<AimRow>("SELECT edition, title, body, is_sample FROM items WHERE (title LIKE '%都市像%' OR title LIKE '%将来像%') AND body IS NOT NULL ORDER BY tree_order");
        return (from plan in plans.OrderBy(p => p.IsInForce(year) ? 0 : 1)
                from row in rows
                where row.Edition == plan.Edition && plan.IsInForce(year) && row.Body!.Length <= 80
                select new Aim(row.Body!.Trim(), $"{plan.Name} {row.Title}", plan.Key, row.IsSample)).FirstOrDefault();
    }
}

/// <summary>Outcome indicators by whether they have a value of the newest year that any has: an honest count, not a verdict.</summary>
public sealed record IndicatorCounts(FiscalYear? Newest, int Recent, int Older, int Never, int WithTarget)
{
    public int All => Recent + Older + Never;

    public static IndicatorCounts Of(Release release, FiscalYear now) => release.First<IndicatorCounts>("""
        WITH own AS (SELECT (SELECT max(fiscal_year) FROM actuals a WHERE a.indicator = i.key AND a.value IS NOT NULL AND a.fiscal_year <= @now) AS last,
                     EXISTS (SELECT 1 FROM targets t WHERE t.indicator = i.key AND t.value IS NOT NULL) AS aimed FROM indicators i WHERE i.kind = 'Outcome'),
        newest AS (SELECT max(last) AS year FROM own)
        SELECT newest.year AS newest, coalesce(sum(last = newest.year), 0) AS recent, coalesce(sum(last < newest.year), 0) AS older, coalesce(sum(last IS NULL), 0) AS never, coalesce(sum(aimed), 0) AS with_target
        FROM own, newest
        """, new { now = now.Value })!;
}

/// <summary>An outcome indicator whose value moved most, in proportion, between its last two neighbouring years.</summary>
public sealed record MovedIndicator(PublicKey Key, string Name, string? Unit, bool IsSample, FiscalYear Year, decimal Before, decimal After)
{
    public static IReadOnlyList<MovedIndicator> Of(Release release, FiscalYear now) =>
        [.. release.Query<MovedIndicator>("""
            SELECT i.key, i.name, i.unit, i.is_sample, a.fiscal_year AS year, b.value AS before, a.value AS after
            FROM indicators i JOIN actuals a ON a.indicator = i.key JOIN actuals b ON b.indicator = i.key AND b.fiscal_year = a.fiscal_year - 1
            WHERE i.kind = 'Outcome' AND a.value IS NOT NULL AND b.value IS NOT NULL
              AND a.fiscal_year = (SELECT max(fiscal_year) FROM actuals x WHERE x.indicator = i.key AND x.value IS NOT NULL AND x.fiscal_year <= @now)
              AND EXISTS (SELECT 1 FROM targets t WHERE t.indicator = i.key AND t.value IS NOT NULL)
            """, new { now = now.Value })
            .Where(r => r.Before != 0).OrderByDescending(r => Math.Abs(r.After - r.Before) / Math.Abs(r.Before)).ThenBy(r => r.Key.Value, StringComparer.Ordinal).Take(4)];
}
