using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>The body, its day and the days until which sections answer.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class EditReviewPage(OfficeDb db) : EditPage<ReviewForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string RoundName { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } review)
            return NotFound();
        Db.Expect(review, Version);
        review.Describe(Form.Spec);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}/review");
    }

    protected override async Task<Saved<ReviewForm>?> Saved() => await Load() is { } review ? new(review.Version, ReviewForm.Of(review.Spec), review.Id.Value) : null;

    protected override async Task Offer() => RoundName = await Db.EvaluationRounds.Where(r => r.Key == new PublicKey(Key)).Select(r => r.Name).SingleAsync();

    protected override IReadOnlyList<FormField> FieldsOf(ReviewForm form) => form.Fields;

    private Task<ExternalReview?> Load() => Db.ExternalReviews.SingleOrDefaultAsync(r => Db.EvaluationRounds.Any(o => o.Id == r.RoundId && o.Key == new PublicKey(Key)));
}
