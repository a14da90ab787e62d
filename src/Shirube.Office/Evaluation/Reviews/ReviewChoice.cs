using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>Takes sheets into a review and out of it. Where the round has a stage of the outside body that looks at chosen sheets only, the stage goes along, so that its verdict can be entered.</summary>
internal static class ReviewChoice
{
    public static async Task<int> Add(OfficeDb db, ExternalReview review, EvaluationRound round, IReadOnlyCollection<PublicKey> keys)
    {
        review.WhyNotChange().ThrowIfAny();
        var sheets = await db.EvaluationSheets.AsTracking().Include(s => s.Stages).Where(s => s.RoundId == round.Id && keys.Contains(s.Key) && !db.SheetReviews.Any(r => r.SheetId == s.Id)).ToListAsync();
        (sheets.Count == 0 ? Refusals.NoSheetChosen : null).ThrowIfAny();
        foreach (var sheet in sheets)
        {
            db.Add(SheetReview.Of(review, sheet));
            Take(sheet, round, true);
        }
        return sheets.Count;
    }

    public static async Task Drop(OfficeDb db, ExternalReview review, IReadOnlyList<SheetReview> reviewed, EvaluationRound round, PublicKey key)
    {
        if (await db.EvaluationSheets.AsTracking().Include(s => s.Stages).SingleOrDefaultAsync(s => s.RoundId == round.Id && s.Key == key) is not { } sheet || reviewed.FirstOrDefault(r => r.SheetId == sheet.Id) is not { } there)
            throw new RefusalException(Refusals.SheetNotReviewed);
        there.WhyNotDrop(review, sheet.Name).ThrowIfAny();
        Take(sheet, round, false);
        db.Remove(there);
    }

    /// <summary>The sheets that a stage of the outside body looks at already.</summary>
    public static bool IsOfOutside(SheetRow row, EvaluationRound round) => row.Stages.Any(s => s.IsChosen && round.StageAt(s.RoundStage).Actor == StageActor.Outside);

    // why: a closed round's stages stand as they are; the review goes on without them.
    private static void Take(EvaluationSheet sheet, EvaluationRound round, bool chosen)
    {
        if (round.Closed is not null)
            return;
        foreach (var stage in sheet.Stages.Where(s => round.StageAt(s.RoundStage) is { Actor: StageActor.Outside, Scope: not StageScope.All }))
            sheet.Choose(round, stage.Stage, chosen);
    }
}
