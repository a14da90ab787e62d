using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>External reviews that are not public yet: questions and opinions that wait for the person's departments, and to who runs the evaluation the responses to be confirmed.</summary>
internal sealed class ReviewsDue(OfficeDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueThing>> Due(WorkScope scope)
    {
        if (!scope.May(Operation.AnswerSheet))
            return [];
        var reviews = await db.ExternalReviews.AsNoTracking().Where(r => r.Published == null).Select(r => new { Review = r, Round = db.EvaluationRounds.Where(o => o.Id == r.RoundId).Select(o => new { o.Key, o.Name }).First() }).ToListAsync();
        if (reviews.Count == 0)
            return [];
        var mine = await scope.Departments();
        var rows = await ReviewRows.Read(db, reviews.ConvertAll(r => r.Review.Id), scope.Year);
        return [.. reviews.SelectMany(r => Things(r.Review, $"{r.Round.Name} 外部評価", $"~/evaluations/{r.Round.Key}/review", [.. rows[r.Review.Id]], mine, scope))];
    }

    private static IEnumerable<DueThing> Things(ExternalReview review, string title, string address, List<ReviewRow> rows, IReadOnlySet<DepartmentId> mine, WorkScope scope)
    {
        var own = rows.Where(r => r.Owner is { } owner && mine.Contains(owner)).Select(r => r.Count).Aggregate(new ReviewCount(0, 0, 0, 0, 0), (a, b) => a + b);
        if (own.Unanswered > 0)
            yield return new(DueFrom.MyDepartment, $"{title}の質問への回答", address, review.AnswersDue, $"回答を待つ質問が{own.Unanswered:#,0}件", own.Unanswered, own.Questions, review.IsSample);
        if (own.ToDraft > 0)
            yield return new(DueFrom.MyDepartment, $"{title}の意見への対応", address, review.ResponsesDue, $"市の対応の案を待つ意見が{own.ToDraft:#,0}件", own.ToDraft, own.Opinions, review.IsSample);
        var toConfirm = rows.Sum(r => r.Count.ToConfirm);
        if (toConfirm > 0 && scope.May(Operation.RunEvaluation))
            yield return new(DueFrom.Me, $"{title}の市の対応の確かめ", address, review.ResponsesDue, $"確かめを待つ意見が{toConfirm:#,0}件", toConfirm, rows.Sum(r => r.Count.Opinions), review.IsSample);
    }
}
