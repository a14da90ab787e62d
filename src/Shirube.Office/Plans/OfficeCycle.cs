using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Charts;

namespace Shirube.Office.Plans;

/// <summary>計画の進め方, in sentences about what the office has entered.</summary>
internal static class OfficeCycle
{
    public static async Task<IReadOnlyList<CycleStep>> Read(OfficeDb db, IReadOnlyList<Plan> plans, FiscalYear year)
    {
        var (projects, indicators) = (await db.Projects.CountAsync(), await db.Indicators.CountAsync());
        var settled = (await db.Set<Money>().Where(m => m.Stage == MoneyStage.Settled && m.Amount != null).Select(m => m.FiscalYear).Distinct().ToListAsync()).Order().Select(y => (FiscalYear?)y).LastOrDefault();
        var evaluated = (await db.EvaluationFacts.GroupBy(e => e.Year).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).MaxBy(g => g.Key);
        var review = plans.SelectMany(p => p.Reviews).Where(r => r.Outcome is null && r.Year >= year).Select(r => (FiscalYear?)r.Year).Min();
        var (now, making) = (plans.Count(p => p.IsCurrentIn(year)), plans.Count(p => p.First > year));
        return
        [
            new("計画", "計画をつくる", (now > 0 ? $"いまの年度の計画は{now}件です。" : "いまの年度の計画はありません。") + (making > 0 ? $"次の計画が{making}件あります。" : ""), "~/plans", "計画"),
            new("実施", "事業を行う", (projects > 0 ? $"事務事業が{projects:#,0}件あります。" : "事務事業はまだありません。") + (settled is { } last ? $"決算は{last.Era}の分まであります。" : ""), "~/projects", "事務事業"),
            new("評価", "成果を確かめる", (evaluated is null ? "評価の結果はまだありません。" : $"{evaluated.Key.Era}に{evaluated.Count:#,0}件の事務事業を評価しました。") + (indicators > 0 ? $"指標は{indicators:#,0}あります。" : ""), "~/indicators", "指標"),
            new("見直し", "次に生かす", review is { } next ? $"{next.Era}の末に、計画を続けるか改めるかを判断します。" : "見直しを判断する年度は、まだ決まっていません。", "~/terms", "期間と首長の任期"),
        ];
    }
}
