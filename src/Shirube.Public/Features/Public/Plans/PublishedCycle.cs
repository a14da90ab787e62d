using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Domain.Plans;
using Shirube.Public.Features.Public.Common;
using Shirube.Ui.Charts;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>計画の進め方, in sentences about what is published.</summary>
internal static class PublishedCycle
{
    public static IReadOnlyList<CycleStep> Of(RunningFacts running, IReadOnlyList<PlanRow> plans, FiscalYear year)
    {
        var (now, making) = (plans.Count(p => p.IsInForce(year)), plans.Count(p => p.FirstYear > year && p.State == EditionState.UnderConsultation));
        return
        [
            new("計画", "計画をつくる", (now > 0 ? $"いま実施中の計画は{now}件です。" : "実施中の計画は公表されていません。") + (making > 0 ? $"次の計画を{making}件つくっています。" : ""), "~/process", "つくる過程"),
            new("実施", "事業を行う", (running.Projects > 0 ? $"事務事業{running.Projects:#,0}件を公表しています。" : "事務事業は公表されていません。") + (running.Settled is { } settled ? $"決算は{settled.Era}の分まであります。" : ""), "~/projects", "事業とお金"),
            new("評価", "成果を確かめる", (running.Evaluated is { } evaluated ? $"{evaluated.Era}に{running.Evaluations:#,0}件の事務事業を評価しました。" : "評価の結果は公表されていません。") + (running.Indicators > 0 ? $"指標は{running.Indicators:#,0}あります。" : "")),
            new("見直し", "次に生かす", running.Review is { } review ? $"{review.Era}の末に、計画を続けるか改めるかを判断します。" : "見直しを判断する年度は、公表されていません。", "~/terms", "期間と任期"),
        ];
    }
}

/// <summary>How far the yearly round has come; null where nothing is known.</summary>
/// <param name="Review">The year at whose end the next review is made.</param>
public sealed record RunningFacts(int Projects, FiscalYear? Settled, FiscalYear? Evaluated, int Evaluations, int Indicators, FiscalYear? Review)
{
    internal static RunningFacts Read(Release release, FiscalYear year) => release.Query<RunningFacts>("""
        SELECT (SELECT count(*) FROM projects) AS projects, (SELECT max(fiscal_year) FROM money WHERE stage = 'Settled' AND amount IS NOT NULL) AS settled,
               (SELECT max(year) FROM evaluations) AS evaluated, (SELECT count(*) FROM evaluations WHERE year = (SELECT max(year) FROM evaluations)) AS evaluations,
               (SELECT count(*) FROM indicators) AS indicators, (SELECT min(year) FROM plan_reviews WHERE result IS NULL AND year >= @year) AS review
        """, new { year = year.Value })[0];
}
