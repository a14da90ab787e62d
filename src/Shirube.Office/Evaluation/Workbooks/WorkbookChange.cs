using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

public enum WorkbookChangeKind
{
    New,
    Changed,
    /// <summary>Last year's answer stands as it is.</summary>
    Confirmed,
    Same,
    /// <summary>Another person saved something else after the workbook was made.</summary>
    Conflict,
    Wrong,
}

/// <summary>What one answer of a workbook would do, or why it cannot.</summary>
/// <param name="Line">Null where the whole sheet is wrong.</param>
public sealed record WorkbookChange(WorkbookChangeKind Kind, string Sheet, string? SheetKey, WorkbookLine? Line, FormQuestion? Question = null, SheetAnswer? Saved = null, AnswerValue? After = null, Refusal? Problem = null)
{
    public bool CanBeTaken => Kind is WorkbookChangeKind.New or WorkbookChangeKind.Changed or WorkbookChangeKind.Confirmed;
}
