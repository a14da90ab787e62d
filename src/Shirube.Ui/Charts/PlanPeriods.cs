using Shirube.Domain.Common;

namespace Shirube.Ui.Charts;

/// <summary>A plan as the picture of periods shows it: its terms, where it has any, and the ends of the years in which it is reviewed.</summary>
public sealed record PlanPeriod(string Name, FiscalYear First, FiscalYear? Last, IReadOnlyList<(string Name, FiscalYear First, FiscalYear Last)> Terms, IReadOnlyList<FiscalYear> Reviews);

/// <summary>計画期間と首長任期: the plans' periods, terms and reviews above the mayors' terms, on one axis of fiscal years.</summary>
public static class PlanPeriods
{
    private const string Mayor = "首長の任期";

    public static PeriodBars Chart(IReadOnlyList<PlanPeriod> plans, IReadOnlyList<(DateOnly From, DateOnly To)> mayors, DateOnly today)
    {
        var reviews = plans.Sum(p => p.Reviews.Count);
        return new($"計画{plans.Count}件の期間{(reviews > 0 ? $"と見直しの判断{reviews}回" : "")}と、首長の任期{mayors.Count}期を、年度の目盛りに並べた図です。同じ内容を下の表に示します。",
            [.. plans.SelectMany(Bars), .. mayors.Select((m, i) => new Period(Mayor, "任期", m.From, m.To, i % 2 == 0 ? 2 : 3))], today)
        {
            Moments = [.. plans.SelectMany(p => p.Reviews.Select(r => new Moment(p.Name, "見直し", r.LastDay)))],
        };
    }

    // why: terms take the place of the bar they divide; years between them keep the plan's own.
    private static IEnumerable<Period> Bars(PlanPeriod plan)
    {
        var from = plan.First;
        foreach (var term in plan.Terms.OrderBy(t => t.First))
        {
            if (from < term.First)
                yield return Bar(plan.Name, from, term.First.Previous, null);
            yield return Bar(plan.Name, term.First, term.Last, term.Name);
            from = term.Last.Next;
        }

        if (plan.Last is null || from <= plan.Last)
            yield return Bar(plan.Name, from, plan.Last, null);
    }

    private static Period Bar(string row, FiscalYear first, FiscalYear? last, string? name) =>
        new(row, $"{(name is null ? "" : $"{name} ")}{first.Short}〜{last?.Short}", first.FirstDay, last?.LastDay, 1);
}
