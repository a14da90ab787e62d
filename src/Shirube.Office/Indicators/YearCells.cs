using Shirube.Domain.Common;

namespace Shirube.Office.Indicators;

/// <summary>Cells of a grid of years as typed, each under its year and row: 「2026-actual」.</summary>
internal static class YearCells
{
    public static IEnumerable<FiscalYear> Years(IReadOnlyDictionary<string, string?> cells) => cells.Keys.Select(YearOf).OfType<FiscalYear>().Distinct().Order();

    public static string? Of(IReadOnlyDictionary<string, string?> cells, FiscalYear year, string row) => cells.GetValueOrDefault($"{year.Value}-{row}");

    /// <summary>令和8年度 実績, with the words of the row.</summary>
    public static string Label(string key, Func<string, string> words) => YearOf(key) is { } year ? $"{year.Era} {words(key.Split('-')[^1])}" : words(key.Split('-')[^1]);

    // why: what is posted may name any year.
    private static FiscalYear? YearOf(string key) => int.TryParse(key.Split('-')[0], out var year) && year is >= 1868 and <= 2200 ? new FiscalYear(year) : null;
}
