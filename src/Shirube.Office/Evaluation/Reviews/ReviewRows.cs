using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet in the list of a review: whose it is now, and how far questions and responses are.</summary>
public sealed record ReviewRow(PublicKey Sheet, string Name, DepartmentId? Owner, ReviewCount Count);

/// <summary>How far the review of one sheet is.</summary>
internal sealed class CountedReview
{
    public required ExternalReviewId ReviewId { get; init; }
    public required EvaluationSheetId SheetId { get; init; }
    public required ReviewCount Count { get; init; }
}

internal static class ReviewRows
{
    // why: a response that was given back waits for the section, like one that was never written.
    public static IQueryable<CountedReview> Counted(IQueryable<SheetReview> reviews) => reviews.AsNoTracking().Select(r => new CountedReview
    {
        ReviewId = r.ReviewId,
        SheetId = r.SheetId,
        Count = new ReviewCount(r.Questions.Count, r.Questions.Count(q => q.Answer == null), r.Opinions.Count, r.Opinions.Count(o => o.Response == null || o.Returned != null), r.Opinions.Count(o => o.Response != null && o.Returned == null && o.Confirmed == null)),
    });

    /// <summary>The sheets of some reviews, in the order of their rounds.</summary>
    public static async Task<ILookup<ExternalReviewId, ReviewRow>> Read(OfficeDb db, IReadOnlyCollection<ExternalReviewId> reviews, FiscalYear year)
    {
        var counts = await Counted(db.SheetReviews.Where(r => reviews.Contains(r.ReviewId))).ToDictionaryAsync(r => r.SheetId);
        var ids = counts.Keys.ToList();
        var rows = ids.Count == 0 ? [] : await SheetRows.Read(db, db.EvaluationSheets.Where(s => ids.Contains(s.Id)), year);
        return rows.ToLookup(r => counts[r.Id].ReviewId, r => new ReviewRow(r.Key, r.Name, r.Owner, counts[r.Id].Count));
    }
}
