using System.Globalization;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;

namespace Shirube.Office.Indicators;

/// <summary>One value that a year had: 速報 first, then what it was revised to, each with when and by whom.</summary>
public sealed record ValueRevision(FiscalYear Year, decimal? Value, ActualStatus Status, DateTime AtUtc, string? By);

/// <summary>What the change log says of the values of an indicator, for the years of which a value was ever revised.</summary>
internal static class ValueRevisions
{
    public static async Task<IReadOnlyList<ValueRevision>> Of(OfficeDb db, IndicatorId id)
    {
        var entries = await db.ChangeLog.OfAsync(id, take: int.MaxValue);
        var (now, found) = (new Dictionary<FiscalYear, (decimal? Value, ActualStatus? Status)>(), new List<ValueRevision>());
        foreach (var entry in entries.OrderBy(e => e.Sequence))
            foreach (var year in entry.Fields.Where(f => f.Part == nameof(Actual) && f.Field is nameof(Actual.Value) or nameof(Actual.Status) && Year(f.Key) is not null).GroupBy(f => Year(f.Key)!.Value))
            {
                var (value, status) = now.GetValueOrDefault(year.Key);
                foreach (var field in year)
                    (value, status) = field.Field == nameof(Actual.Value) ? (Number(field.After), status) : (value, Enum.TryParse<ActualStatus>(field.After, out var known) ? known : null);
                now[year.Key] = (value, status);
                if (status is { } there)
                    found.Add(new(year.Key, value, there, entry.AtUtc, entry.By));
            }
        return [.. found.GroupBy(r => r.Year).Where(g => g.Count() > 1).OrderBy(g => g.Key).SelectMany(g => g.OrderBy(r => r.AtUtc))];
    }

    private static FiscalYear? Year(string? key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? new FiscalYear(year) : null;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
