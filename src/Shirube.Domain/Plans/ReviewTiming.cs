using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>A review at the end of a fiscal year beside the nearest end of a mayor's term; null where no term that ends within two years of it is known.</summary>
public sealed record ReviewTiming(FiscalYear Year, DateOnly? TermEnd)
{
    // why: terms last four years, so the nearest end of a known one is never further away; what is further is a term not known yet.
    private const int Reach = 2 * 366;

    /// <summary>Whether the term ends in another fiscal year than the review: a warning, never an error.</summary>
    public bool Differs => TermEnd is { } end && FiscalYear.Of(end) != Year;

    public static ReviewTiming Of(FiscalYear year, IEnumerable<DateOnly> termEnds) =>
        new(year, termEnds.Where(e => Distance(e, year) <= Reach).OrderBy(e => Distance(e, year)).Select(e => (DateOnly?)e).FirstOrDefault());

    private static int Distance(DateOnly end, FiscalYear year) => Math.Abs(end.DayNumber - year.LastDay.DayNumber);
}
