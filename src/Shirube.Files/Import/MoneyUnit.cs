namespace Shirube.Files.Import;

internal static class MoneyUnit
{
    private static readonly Dictionary<string, decimal> Factors = new() { ["円"] = 1, ["千円"] = 1_000, ["万円"] = 10_000, ["百万円"] = 1_000_000, ["億円"] = 100_000_000 };

    public static decimal? Factor(string unit) => Factors.TryGetValue(unit, out var factor) ? factor : null;
}
