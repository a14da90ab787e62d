using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Lists;

/// <summary>One line for each fiscal year of the projects' money, with a column for each stage and kind that the chosen columns name.</summary>
internal static class YearlyMoney
{
    public static async Task<YearSums> Of(OfficeDb db, IQueryable<Project> rows, IReadOnlyList<ListField<Project>> columns, ListSetting setting)
    {
        var wanted = columns.Select(c => c.Key.Split('.')).Where(k => k is ["money", _, _, _]).Select(k => (Stage: EnumWords.Find<MoneyStage>(k[2])!.Value, Kind: EnumWords.Find<MoneyKind>(k[3])!.Value)).Distinct().ToList();
        if (wanted.Count == 0)
            wanted.Add((setting.Slice?.Stage ?? MoneyStage.Settled, MoneyKind.Total));
        var sums = new List<Dictionary<FiscalYear, ListSum>>();
        foreach (var (stage, kind) in wanted)
            sums.Add(await Sum(db, rows, stage, kind));
        var years = sums.SelectMany(s => s.Keys).Distinct().OrderDescending().ToList();
        var count = await rows.CountAsync();
        return new(
            [.. wanted.Select(w => new ListColumn($"money.{EnumWords.Of(w.Stage)}.{EnumWords.Of(w.Kind)}", $"{Names.Of(w.Stage)} {Names.Of(w.Kind)}", FieldKind.Yen, true))],
            [.. years.Select(y => (y, (IReadOnlyList<ListSum>)[.. sums.Select(s => s.GetValueOrDefault(y) ?? new(ListCell.Missing, count))]))]);
    }

    // why: 事業費 is the stated total, or the sources where none is stated; project by project and year by year.
    private static async Task<Dictionary<FiscalYear, ListSum>> Sum(OfficeDb db, IQueryable<Project> rows, MoneyStage stage, MoneyKind kind)
    {
        var count = await rows.CountAsync();
        var ids = rows.Select(p => p.Id);
        var figures = db.Set<Money>().Where(m => m.Stage == stage && ids.Contains(m.ProjectId));
        if (kind != MoneyKind.Total)
            return (await figures.Where(m => m.Kind == kind).GroupBy(m => m.FiscalYear).Select(g => new { g.Key, Sum = g.Sum(m => (long?)m.Amount), Known = g.Count(m => m.Amount != null), Dash = g.Count(m => m.Absence == Absence.Dash) }).ToListAsync())
                .ToDictionary(g => g.Key, g => new ListSum(g.Known == 0 ? ListCell.Missing : Scales.Yen.Show(g.Sum ?? 0), count - g.Known - g.Dash));
        var costs = await figures.Where(m => m.Kind == MoneyKind.Total || CostCheck.Sources.Contains(m.Kind)).GroupBy(m => new { m.ProjectId, m.FiscalYear }).Select(g => new
        {
            g.Key.FiscalYear,
            Stated = g.Max(m => m.Kind == MoneyKind.Total ? (long?)m.Amount : null),
            Dash = g.Count(m => m.Kind == MoneyKind.Total && m.Absence == Absence.Dash),
            Known = g.Count(m => m.Kind != MoneyKind.Total && m.Amount != null),
            Sources = g.Sum(m => m.Kind != MoneyKind.Total ? (long?)m.Amount : null),
        }).GroupBy(c => c.FiscalYear).Select(g => new
        {
            g.Key,
            Sum = g.Sum(c => c.Stated ?? (c.Known > 0 ? c.Sources : null)),
            Known = g.Count(c => c.Stated != null || c.Known > 0),
            Dash = g.Count(c => c.Stated == null && c.Known == 0 && c.Dash > 0),
        }).ToListAsync();
        return costs.ToDictionary(g => g.Key, g => new ListSum(g.Known == 0 ? ListCell.Missing : Scales.Yen.Show(g.Sum ?? 0), count - g.Known - g.Dash));
    }
}
