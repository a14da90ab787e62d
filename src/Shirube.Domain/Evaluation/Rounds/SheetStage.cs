using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>How far one stage of a sheet is: submitted, sent back, approved, each with who and when.</summary>
public sealed class SheetStage : IPartOf<EvaluationSheet>
{
    internal SheetStage(EvaluationSheetId sheetId, int stage, int roundStage, bool isChosen)
    {
        SheetId = sheetId;
        Stage = stage;
        RoundStage = roundStage;
        IsChosen = isChosen;
    }

    public EvaluationSheetId SheetId { get; private set; }
    /// <summary>The stage's order in the form.</summary>
    public int Stage { get; private set; }
    /// <summary>The stage's order in the round, which may hold stages of other forms too.</summary>
    public int RoundStage { get; private set; }
    /// <summary>Whether the stage looks at this sheet.</summary>
    public bool IsChosen { get; internal set; }
    public StageSubmission? Submission { get; internal set; }
    public StageApproval? Approval { get; internal set; }
    /// <summary>The last time it was sent back; stays until it is submitted again.</summary>
    public StageSendBack? SentBack { get; internal set; }
}

/// <summary>Who submitted a stage, when, and whether after its last day.</summary>
public sealed record StageSubmission(PersonId? By, DateTime AtUtc, bool IsLate);

public sealed record StageApproval(PersonId? By, DateTime AtUtc);

public sealed record StageSendBack(PersonId? By, DateTime AtUtc, string Reason);

/// <summary>What a stage of a sheet waits for.</summary>
public enum SheetState
{
    /// <summary>前の段階を待つ: an earlier stage is not done.</summary>
    Waiting,
    /// <summary>未開始: its first day has not come.</summary>
    NotOpen,
    /// <summary>入力中</summary>
    Open,
    /// <summary>差し戻し</summary>
    SentBack,
    /// <summary>承認待ち</summary>
    Submitted,
    /// <summary>済み</summary>
    Done,
    /// <summary>未提出のまま締切: locked without having been submitted.</summary>
    Missed,
    /// <summary>対象外: the stage does not look at the sheet.</summary>
    NotChosen,
}
