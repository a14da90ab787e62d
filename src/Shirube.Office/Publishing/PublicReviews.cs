using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>What of the external reviews is public: of those that were made public, the opinions and the confirmed responses. Questions, who asked them, notes, drafts and reasons of giving back have no place here.</summary>
internal sealed class PublicReviews(OfficeDb db)
{
    /// <param name="rounds">The rounds that are public.</param>
    /// <param name="sheets">The keys of the sheets that are.</param>
    public async Task<(IReadOnlyList<ReleasedReview> Held, IReadOnlyList<ReleasedReviewOpinion> Opinions)> ReadAsync(IReadOnlyCollection<EvaluationRound> rounds, IReadOnlyDictionary<EvaluationSheetId, PublicKey> sheets, CancellationToken cancel)
    {
        var keys = rounds.ToDictionary(r => r.Id, r => r.Key);
        var ids = keys.Keys.ToList();
        var held = await db.ExternalReviews.AsNoTracking().Where(r => r.Published != null && ids.Contains(r.RoundId)).ToListAsync(cancel);
        var reviews = held.ConvertAll(r => r.Id);
        var reviewed = await db.SheetReviews.AsNoTracking().Where(s => reviews.Contains(s.ReviewId)).Include(s => s.Opinions).ToListAsync(cancel);
        return ([.. held.Select(r => new ReleasedReview(keys[r.RoundId], r.Body, r.HeldOn, r.IsSample))],
            [.. reviewed.Where(s => sheets.ContainsKey(s.SheetId)).SelectMany(s => s.Opinions.Where(o => o.Confirmed is not null).OrderBy(o => o.Number)
                .Select((o, i) => new ReleasedReviewOpinion(sheets[s.SheetId], i + 1, o.Text, o.Response!.Kind, o.Response.Text, o.Response.DoneBy, o.Progress)))]);
    }
}
