using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>Who may answer and approve a stage of a sheet: the department's people for theirs, the planning office for its own and for what outside people said.</summary>
internal static class SheetReach
{
    public static Task<IReadOnlyList<Ground>> GroundsToAnswer(this Reach reach, RoundStage stage, DepartmentId? owner) => stage.Actor switch
    {
        StageActor.Department => reach.GroundsFor(Operation.AnswerSheet, owner),
        StageActor.DepartmentHead => reach.GroundsFor(Operation.ApproveSheet, owner),
        _ => reach.GroundsFor(Operation.RunEvaluation),
    };

    public static Task<IReadOnlyList<Ground>> GroundsToApprove(this Reach reach, DepartmentId? owner) => reach.GroundsFor(Operation.ApproveSheet, owner);

    /// <summary>Throws the refusal that the page shows as 403 where nothing gives it; what is saved next is done by these posts.</summary>
    public static void Demand(this SignedIn signedIn, IReadOnlyList<Ground> grounds)
    {
        if (grounds.Count == 0)
            throw new RefusalException(Refusals.SheetOfOthers);
        signedIn.ActBy(grounds);
    }
}
