using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>How an indicator is assessed, and where its figures come from.</summary>
public sealed partial class Indicator
{
    private readonly List<ExpectedShare> shares = [];
    private readonly List<SeriesBreak> breaks = [];

    /// <summary>Null as long as nobody has chosen one: then it is not assessed.</summary>
    public IndicatorType? Type { get; private set; }
    public FiscalYear? BaselineYear { get; private set; }
    public decimal? Baseline { get; private set; }
    public decimal? Lower { get; private set; }
    public decimal? Upper { get; private set; }
    public decimal? Tolerance { get; private set; }
    /// <summary>出典: the statistic or register; public.</summary>
    public string? Source { get; private set; }
    /// <summary>The month in which a year's value is known, 1 to 12.</summary>
    public int? CollectionMonth { get; private set; }
    public IReadOnlyList<ExpectedShare> Shares => shares;
    public IReadOnlyList<SeriesBreak> Breaks => breaks;

    public IndicatorMethod Method => new(Type, BaselineYear, Baseline, new(Lower, Upper, Tolerance));

    public IndicatorSeries Series => new(Method, actuals.Where(a => a.Value is not null).ToDictionary(a => a.FiscalYear, a => a.Value!.Value),
        targets.GroupBy(t => t.FiscalYear).Select(g => g.MaxBy(t => t.Revision)!).Where(t => t.Value is not null).ToDictionary(t => t.FiscalYear, t => t.Value!.Value), shares.ToDictionary(s => s.FiscalYear, s => s.Share), [.. breaks.Select(b => b.FiscalYear)]);

    public void AssessBy(IndicatorMethod method)
    {
        method.WhyNot.ThrowIfAny();
        (Type, BaselineYear, Baseline, Lower, Upper, Tolerance) = (method.Type, method.BaselineYear, method.Baseline, method.Range.Lower, method.Range.Upper, method.Range.Tolerance);
    }

    public void TakeFrom(string? source, int? collectionMonth)
    {
        (collectionMonth is < 1 or > 12 ? Refusals.MonthOutside : null).ThrowIfAny();
        (Source, CollectionMonth) = (Blank.ToNull(source?.Trim()), collectionMonth);
    }

    /// <summary>How much of the way should be covered by a year, from 0 to 1; null takes it away.</summary>
    public void Expect(FiscalYear year, decimal? share)
    {
        (share is < 0 or > 1 ? Refusals.ShareOutside(year.Era) : null).ThrowIfAny();
        if (share is not { } expected)
            shares.RemoveAll(s => s.FiscalYear == year);
        else if (shares.Find(s => s.FiscalYear == year) is { } there)
            there.Share = expected;
        else
            shares.Add(new(Id, year, expected));
    }

    /// <summary>From a year on it is counted in another way; an empty note takes the break away.</summary>
    public void BreakAt(FiscalYear year, string? note)
    {
        if (Blank.ToNull(note?.Trim()) is not { } said)
            breaks.RemoveAll(b => b.FiscalYear == year);
        else if (breaks.Find(b => b.FiscalYear == year) is { } there)
            there.Note = said;
        else
            breaks.Add(new(Id, year, said));
    }

    /// <summary>Over which days a year's value was measured; null where those are the year's.</summary>
    public void MeasureOver(FiscalYear year, MeasuredPeriod? period)
    {
        (period?.WhyNot).ThrowIfAny();
        if (actuals.Find(a => a.FiscalYear == year) is { } actual)
            actual.Measured = period;
        else
            (period is null ? null : Refusals.MeasuredPeriodWithoutValue(year.Era)).ThrowIfAny();
    }

    /// <summary>What is said beside a year's value, and how a person judges it where the target is in words.</summary>
    public void Remark(FiscalYear year, string? note, Judgement? judgement)
    {
        if (actuals.Find(a => a.FiscalYear == year) is { } actual)
            (actual.Note, actual.Judgement) = (Blank.ToNull(note?.Trim()), judgement);
        else
            (Blank.ToNull(note?.Trim()) is null && judgement is null ? null : Refusals.RemarkWithoutValue(year.Era)).ThrowIfAny();
    }
}
