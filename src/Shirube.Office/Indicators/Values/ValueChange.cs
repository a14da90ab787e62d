using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Files.Indicators;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

public enum ValueChangeKind
{
    New,
    Changed,
    Same,
    Wrong,
}

/// <summary>What one row of a table brought back would do, or why it cannot.</summary>
public sealed record ValueChange(ValueLine Line, ValueChangeKind Kind, Indicator? Indicator, Refusal? Problem = null)
{
    internal ValueEntry? Before { get; init; }
    internal ValueEntry? After { get; init; }

    public string Name => Indicator?.Name ?? Line.Name ?? "(名前なし)";

    /// <summary>The name as the table has it, where it is another: rows may have been shifted in the sheet.</summary>
    public string? OtherName => Indicator is not null && Line.Name is { } name && name != Indicator.Name ? name : null;

    public string BeforeText => Say(Before);
    public string AfterText => Say(After);

    private static string Say(ValueEntry? entry) => entry is null or { Value: null, Status: null, Note: null, Period: null } ? "(空)"
        : string.Join(" ", new[] { entry.Value, entry.Status is { } status ? $"({Names.Of(status)})" : null, entry.Note is { } note ? $"注記「{note}」" : null, entry.Period is { } period ? $"測定期間 {period}" : null }.Where(t => t is not null));
}
