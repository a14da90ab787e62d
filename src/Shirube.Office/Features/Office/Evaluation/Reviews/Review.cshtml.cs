using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>外部評価 of a round: which sheets the outside body looks at, how far questions and responses are, and whether all of it is public.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.RunEvaluation)]
public sealed class ReviewPage(OfficeDb db, WorkScope scope) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [BindProperty] public ReviewForm Form { get; set; } = new();
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Sheet { get; set; }

    public EvaluationRound Round { get; private set; } = null!;
    /// <summary>Null as long as none was begun.</summary>
    public ExternalReview? Review { get; private set; }
    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];
    public IReadOnlySet<DepartmentId> Mine { get; private set; } = new HashSet<DepartmentId>();
    public IReadOnlyDictionary<DepartmentId, string> Departments { get; private set; } = new Dictionary<DepartmentId, string>();
    /// <summary>Names of bodies that stand in the records of meetings.</summary>
    public IReadOnlyList<string> Bodies { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public bool MayRun => scope.May(Operation.RunEvaluation);
    public ReviewCount Total => Rows.Select(r => r.Count).Aggregate(new ReviewCount(0, 0, 0, 0, 0), (a, b) => a + b);

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostBegin()
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return NotFound();
        (await db.ExternalReviews.AnyAsync(r => r.RoundId == round.Id) ? Refusals.ExternalReviewThere : null).ThrowIfAny();
        db.Add(ExternalReview.Of(round, Form.Spec));
        await db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}/review/sheets");
    }

    public Task<IActionResult> OnPostDrop() => Change("対象から外しました。", (review, sheets, round) => ReviewChoice.Drop(db, review, sheets, round, new(Sheet ?? "")));

    public Task<IActionResult> OnPostPublish() => Change("公表すると決めました。次の公表で、市民のページに出ます。", (review, sheets, _) =>
    {
        review.Publish(sheets, scope.Person, scope.NowUtc);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostReopen() => Change("外部評価を開き直しました。", (review, _, _) =>
    {
        review.Reopen(Reason);
        db.Change = db.Change with { Why = Reason!.Trim() };
        return Task.CompletedTask;
    });

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return NotFound();
        (Round, Review) = (round, await db.ExternalReviews.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id));
        if (Review is null)
        {
            Bodies = await db.Meetings.Where(m => m.Body != null).Select(m => m.Body!).Distinct().OrderBy(b => b).ToListAsync();
            return Page();
        }
        Rows = [.. (await ReviewRows.Read(db, [Review.Id], scope.Year))[Review.Id]];
        (Mine, Departments) = (await scope.Departments(), await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name));
        History = await RecentChanges.Of(db, [Review.Id.Value], personal: false);
        return Page();
    }

    private async Task<IActionResult> Change(string done, Func<ExternalReview, IReadOnlyList<SheetReview>, EvaluationRound, Task> change)
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round
            || await db.ExternalReviews.AsTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id) is not { } review)
            return NotFound();
        var sheets = await db.SheetReviews.AsTracking().Where(s => s.ReviewId == review.Id).Include(s => s.Questions).Include(s => s.Opinions).AsSplitQuery().ToListAsync();
        await change(review, sheets, round);
        await db.SaveChangesAsync();
        TempData[SavedNote.Key] = done;
        return LocalRedirect($"~/evaluations/{Key}/review");
    }
}
