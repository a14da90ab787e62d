using Shirube.Domain.Common;

namespace Shirube.Domain.Projects;

/// <summary>事業費計 = 国 + 県 + 地方債 + その他 + 一般財源, allowing one yen per source that carries an amount (fractions of a yen are rounded one by one).</summary>
public static class CostCheck
{
    public static readonly IReadOnlyList<MoneyKind> Sources = [MoneyKind.National, MoneyKind.Prefectural, MoneyKind.Bond, MoneyKind.Other, MoneyKind.General];

    /// <summary>What something cost: the stated total, or else the sum of the sources whose amounts are known; null where neither is.</summary>
    public static long? CostOf(IEnumerable<(MoneyKind Kind, long Amount)> known)
    {
        var all = known.Where(a => a.Kind == MoneyKind.Total || Sources.Contains(a.Kind)).ToList();
        return all.Where(a => a.Kind == MoneyKind.Total).Select(a => (long?)a.Amount).FirstOrDefault() ?? (all.Count == 0 ? null : all.Sum(a => a.Amount));
    }

    /// <summary>Stated minus summed, or null when they agree or there is nothing to compare: no stated total, or no source given.</summary>
    public static Yen? Difference(IReadOnlyDictionary<MoneyKind, Figure> figures)
    {
        if (!figures.TryGetValue(MoneyKind.Total, out var total) || total.Amount is not { } stated)
            return null;
        var amounts = Sources.Where(figures.ContainsKey).Select(s => figures[s].Amount).OfType<Yen>().ToList();
        if (amounts.Count == 0)
            return null;
        var difference = stated - amounts.Aggregate(Yen.Zero, (a, b) => a + b);
        return difference.Abs.Value > amounts.Count ? difference : null;
    }
}
