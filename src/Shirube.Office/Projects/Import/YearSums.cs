using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The sums of one year of a file, in yen; null where the file knows no figure of the kind.</summary>
public sealed record YearSums(long? National, long? Prefectural, long? Bond, long? Other, long? General, long? Total, decimal? Hours, long? Personnel, long? FullCost)
{
    public static SortedDictionary<string, YearSums> Of(ImportBatch batch)
    {
        var money = batch.Projects.SelectMany(p => p.Money.GroupBy(m => m.Year)).Select(LatestStage).GroupBy(m => m.Year).ToDictionary(g => g.Key, g => g.SelectMany(m => m.Figures).ToList());
        var hours = batch.Projects.SelectMany(p => p.Staffing.GroupBy(s => s.Year)).Select(years => years.MaxBy(s => s.Stage)!).ToLookup(s => s.Year, s => s.Hours);
        var totals = money.Keys.Concat(hours.Select(h => h.Key)).Distinct().Select(year => (year, sums: Of(money.GetValueOrDefault(year) ?? [], hours[year]))).Where(y => y.sums != Nothing);
        return new(totals.ToDictionary(t => t.year.Value.ToString(), t => t.sums), StringComparer.Ordinal);
    }

    private static readonly YearSums Nothing = new(null, null, null, null, null, null, null, null, null);

    // why: a file may hold a year's budget and its settled account; adding both would count the money twice.
    private static (FiscalYear Year, IReadOnlyDictionary<MoneyKind, Figure> Figures) LatestStage(IGrouping<FiscalYear, ImportedMoney> year)
    {
        var latest = year.GroupBy(m => m.Stage).MaxBy(g => g.Key)!;
        return (year.Key, WithTotal(latest.GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Last().Figure)));
    }

    private static Dictionary<MoneyKind, Figure> WithTotal(Dictionary<MoneyKind, Figure> figures)
    {
        var sources = CostCheck.Sources.Where(figures.ContainsKey).Select(s => figures[s].Amount).OfType<Yen>().ToList();
        if (!figures.ContainsKey(MoneyKind.Total) && sources.Count > 0)
            figures[MoneyKind.Total] = Figure.Of(sources.Aggregate((a, b) => a + b));
        return figures;
    }

    private static YearSums Of(List<KeyValuePair<MoneyKind, Figure>> figures, IEnumerable<decimal?> hours)
    {
        long? Sum(MoneyKind kind) => figures.Where(f => f.Key == kind).Select(f => f.Value.Amount?.Value).OfType<long>().ToList() is { Count: > 0 } known ? known.Sum() : null;
        var worked = hours.OfType<decimal>().ToList();
        return new(Sum(MoneyKind.National), Sum(MoneyKind.Prefectural), Sum(MoneyKind.Bond), Sum(MoneyKind.Other), Sum(MoneyKind.General), Sum(MoneyKind.Total),
            worked.Count > 0 ? worked.Sum() : null, Sum(MoneyKind.Personnel), Sum(MoneyKind.FullCost));
    }
}
