using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>A year's value as it is saved.</summary>
public sealed record SavedValue(decimal? Value, ActualStatus Status, string? AsWritten, string? Note, DateOnly? MeasuredFrom, DateOnly? MeasuredTo)
{
    internal ValueEntry Entry => ValueEntry.Of(Value, Status, AsWritten, Note, MeasuredFrom is { } from && MeasuredTo is { } to ? new(from, to) : null);
}

public sealed record SavedTarget(decimal? Value, string? AsWritten);

/// <summary>One indicator in the grid: last year's value, this year's target and value.</summary>
public sealed record ValueRow(IndicatorId Id, PublicKey Key, int Version, string Name, string? Unit, bool IsSample, SavedValue? Previous, SavedTarget? Target, SavedValue? Actual)
{
    public string NameWithUnit => Unit is null ? Name : $"{Name}({Unit})";

    /// <summary>Last year's value as words; null where nothing is known of it.</summary>
    public string? PreviousText => Previous is null ? null : Previous.Value is null ? Names.Of(Previous.Status) : MeasuredText.Grouped(Previous.Value) + (Previous.Status == ActualStatus.Final ? "" : $"({Names.Of(Previous.Status)})");

    public string? TargetText => Target is null ? null : MeasuredText.Grouped(Target.Value) ?? Target.AsWritten;

    internal ValueEntry Entry => Actual?.Entry ?? new(null, null, null);

    /// <summary>Its inputs.</summary>
    internal IEnumerable<FormField> Fields(FiscalYear year) => ValuesForm.Fields(this, year, part => ValuesForm.TextOf(Entry, part));
}
