using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Charts;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>計画の全体像 as the office has it: every plan in the edition that was chosen, or else in the one that the office means.</summary>
/// <param name="Choices">Every plan with its editions, the newest first, and the one drawn.</param>
public sealed record OfficeStructure(PlanStructure Drawn, IReadOnlyList<OfficeStructure.Choice> Choices)
{
    public sealed record Choice(Plan Plan, IReadOnlyList<Edition> Editions, Edition? Drawn);

    private sealed record LevelItemCount(EditionId Edition, LevelId Level, int Items);

    private sealed record PlanProjectCount(PlanId Plan, int Projects);

    /// <param name="chosen">Keys of editions, at most one for each plan counts.</param>
    internal static async Task<OfficeStructure> Read(OfficeDb db, IReadOnlyCollection<string> chosen, DateOnly today)
    {
        var plans = await db.Plans.AsNoTracking().Include(p => p.Levels).Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().OrderBy(p => p.First).ThenBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        var editions = (await db.Editions.AsNoTracking().OrderByDescending(e => e.Id).ToListAsync()).ToLookup(e => e.PlanId);
        var choices = plans.ConvertAll(p => new Choice(p, [.. editions[p.Id]], editions[p.Id].FirstOrDefault(e => chosen.Contains(e.Key.Value)) ?? editions[p.Id].FirstOrDefault(e => e.Id == p.ShownId)));
        var drawn = choices.Select(c => c.Drawn?.Id).OfType<EditionId>().ToList();
        var items = (await db.PlanItems.Where(i => drawn.Contains(i.EditionId)).GroupBy(i => new { i.EditionId, i.LevelId }).Select(g => new LevelItemCount(g.Key.EditionId, g.Key.LevelId, g.Count())).ToListAsync()).ToLookup(i => i.Edition);
        var projects = (await (from placement in db.Set<Placement>()
                               where db.PlanItems.Any(i => drawn.Contains(i.EditionId) && i.Key == placement.ItemKey)
                               group placement by placement.PlanId into placed
                               select new PlanProjectCount(placed.Key, placed.Select(p => p.ProjectId).Distinct().Count())).ToListAsync()).ToDictionary(p => p.Plan, p => p.Projects);
        var initiatives = (await db.Initiatives.GroupBy(i => i.PlanId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToDictionary(g => g.Key, g => g.Count);
        var year = FiscalYear.Of(today);
        return new(new([.. choices.Select(c => Draw(c, items, projects, plans) with { Initiatives = initiatives.GetValueOrDefault(c.Plan.Id) })], year, "計画がありません", await OfficeCycle.Read(db, plans, year)), choices);
    }

    private static DrawnPlan Draw(Choice choice, ILookup<EditionId, LevelItemCount> items, Dictionary<PlanId, int> projects, List<Plan> plans)
    {
        var (plan, edition) = (choice.Plan, choice.Drawn);
        var counts = edition is null ? [] : items[edition.Id].ToDictionary(i => i.Level, i => i.Items);
        var words = edition is null ? (Tone.Plain, "版がありません") : EditionWords.Of(edition) is var (tone, word, _) ? (tone, word) : default;
        return new(plan.Kind, plan.Name, plan.First, plan.Last, plan.PeriodNote ?? Format.Period(plan.First, plan.Last),
            $"~/plans/{plan.Key}{(edition is null || edition.Id == plan.ShownId ? "" : $"?{WorkingTree.Named}={edition.Key}")}", plans.Exists(p => p.Id == plan.PredecessorId) ? $"~/plans/{plan.Key}/lineage" : null)
        {
            State = words,
            Edition = edition?.Label,
            Terms = [.. plan.Terms.OrderBy(t => t.First).Select(t => $"{t.Name} {t.First.Short}〜{t.Last.Short}")],
            Levels = [.. plan.Levels.OrderBy(l => l.Order).Select(l => (l.Name, counts.GetValueOrDefault(l.Id)))],
            Projects = projects.GetValueOrDefault(plan.Id),
        };
    }
}
