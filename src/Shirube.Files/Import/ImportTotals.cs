using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>The figures of an import report: sums per fiscal year in yen, and counts.</summary>
public sealed record ImportTotals(
    IReadOnlyDictionary<string, int> Items,
    int FinanceRows,
    int Indicators,
    int IndicatorValues,
    int FirstOfTwoValues,
    int Evaluations,
    IReadOnlyDictionary<FiscalYear, YearTotals> Years)
{
    public static ImportTotals Of(ImportBatch batch)
    {
        var indicators = batch.Projects.SelectMany(p => p.Indicators).ToList();
        var values = indicators.SelectMany(i => i.Actuals.Select(a => (a.Value, a.AsWritten)).Concat(i.Targets.Select(t => (t.Value, t.AsWritten)))).Where(v => v.Value is not null).ToList();
        var money = batch.Projects.SelectMany(p => p.Money).ToList();
        var staffing = batch.Projects.SelectMany(p => p.Staffing).ToList();
        var years = money.Select(m => m.Year).Concat(staffing.Select(s => s.Year)).Distinct().Order();
        return new(
            batch.Levels.ToDictionary(l => l, l => batch.Items.Count(i => i.Level == l)),
            money.Count,
            indicators.Count,
            values.Count(v => v.AsWritten is null),
            values.Count(v => v.AsWritten is not null),
            batch.Projects.Count(p => p.Evaluation is not null),
            years.ToDictionary(y => y, y => YearTotals.Of(money.Where(m => m.Year == y), staffing.Where(s => s.Year == y))));
    }
}

/// <summary>Sums of one fiscal year; null where the file gives no such amount at all.</summary>
public sealed record YearTotals(Yen? National, Yen? Prefectural, Yen? Bond, Yen? Other, Yen? General, Yen? Total, decimal? Heads, decimal? Hours, decimal? Fte, Yen? Personnel, Yen? FullCost)
{
    internal static YearTotals Of(IEnumerable<ImportedMoney> money, IEnumerable<ImportedStaffing> staffing)
    {
        var all = money.ToList();
        var staff = staffing.ToList();
        // why: a year may stand in the file at two stages (当初 and 決算); their sum would mean nothing, so the latest stage counts.
        var stage = all.Select(m => m.Stage).DefaultIfEmpty().Max();
        var byKind = all.Where(m => m.Stage == stage && m.Figure.Amount is not null).GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Aggregate(Yen.Zero, (sum, m) => sum + m.Figure.Amount!.Value));
        return new(Sum(MoneyKind.National), Sum(MoneyKind.Prefectural), Sum(MoneyKind.Bond), Sum(MoneyKind.Other), Sum(MoneyKind.General), Sum(MoneyKind.Total),
            Of(staff, s => s.Heads), Of(staff, s => s.Hours), Of(staff, s => s.Fte), Sum(MoneyKind.Personnel), Sum(MoneyKind.FullCost));

        Yen? Sum(MoneyKind kind) => byKind.TryGetValue(kind, out var sum) ? sum : null;
    }

    private static decimal? Of(List<ImportedStaffing> staffing, Func<ImportedStaffing, decimal?> value) =>
        staffing.Select(value).OfType<decimal>().ToList() is { Count: > 0 } values ? values.Sum() : null;
}
