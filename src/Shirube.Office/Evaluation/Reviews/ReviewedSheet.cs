using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet under review with everything a change of it needs: the review, the round, and whose it is now.</summary>
public sealed record ReviewedSheet(SheetReview Review, ExternalReview External, EvaluationSheet Sheet, EvaluationRound Round, DepartmentId? Owner)
{
    /// <summary>Null where there is no such sheet, or it is not under review.</summary>
    internal static async Task<ReviewedSheet?> Load(OfficeDb db, PublicKey sheet, FiscalYear year)
    {
        if (await db.EvaluationSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Key == sheet) is not { } found
            || await db.SheetReviews.AsTracking().Include(r => r.Questions.OrderBy(q => q.Number)).Include(r => r.Opinions.OrderBy(o => o.Number)).AsSplitQuery().SingleOrDefaultAsync(r => r.SheetId == found.Id) is not { } review)
            return null;
        var external = await db.ExternalReviews.AsNoTracking().SingleAsync(r => r.Id == review.ReviewId);
        var round = await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleAsync(r => r.Id == found.RoundId);
        return new(review, external, found, round, await SheetRows.OwnerOf(db, found, year));
    }
}

/// <summary>How much was asked and said about a sheet, and how much of it waits for the section or the planning office.</summary>
public sealed record ReviewCount(int Questions, int Unanswered, int Opinions, int ToDraft, int ToConfirm)
{
    public int Confirmed => Opinions - ToDraft - ToConfirm;

    public static ReviewCount operator +(ReviewCount a, ReviewCount b) => new(a.Questions + b.Questions, a.Unanswered + b.Unanswered, a.Opinions + b.Opinions, a.ToDraft + b.ToDraft, a.ToConfirm + b.ToConfirm);

    public string Words =>
        $"質問{Questions:#,0}件{(Unanswered > 0 ? $"(回答待ち{Unanswered:#,0}件)" : "")}、意見{Opinions:#,0}件{(ToDraft > 0 ? $"(市の対応の案を待つもの{ToDraft:#,0}件)" : "")}{(ToConfirm > 0 ? $"(確かめを待つもの{ToConfirm:#,0}件)" : "")}";
}
