using Shirube.Domain.Common;
using Shirube.Domain.Indicators;

namespace Shirube.Office.Indicators;

/// <summary>What a person types of one year of an indicator: the value as text, its status, the note, and over which days it was measured.</summary>
internal sealed record ValueEntry(string? Value, ActualStatus? Status, string? Note, string? Period = null)
{
    public const int LongestNote = 500;

    public static ValueEntry Of(decimal? value, ActualStatus? status, string? asWritten, string? note, MeasuredPeriod? period) => new(value is null ? asWritten : MeasuredText.Of(value), status, note, PeriodText.Of(period));

    public static ValueEntry Of(Indicator indicator, FiscalYear year) =>
        indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year) is { } there ? Of(there.Value, there.Status, there.AsWritten, there.Note, there.Measured) : new(null, null, null);

    /// <summary>A value without a status is 実績; neither makes the year blank. Words that came from a file stay as long as neither is touched.</summary>
    public void Measure(Indicator indicator, FiscalYear year)
    {
        var typed = Blank.ToNull(Value?.Trim());
        if (Of(indicator, year) is var saved && (typed, Status) == (saved.Value, saved.Status))
            return;
        if (typed is null && Status is null)
            indicator.Unmeasure(year);
        else
            indicator.Measure(year, MeasuredText.Read(typed, indicator.Unit), Status ?? ActualStatus.Final);
    }

    public void Cover(Indicator indicator, FiscalYear year) => indicator.MeasureOver(year, PeriodText.Read(Period));

    public void Remark(Indicator indicator, FiscalYear year, Judgement? judgement)
    {
        (Note?.Length > LongestNote ? Refusals.TextTooLong("注記", LongestNote, Note.Length) : null).ThrowIfAny();
        indicator.Remark(year, Note, judgement);
    }
}
