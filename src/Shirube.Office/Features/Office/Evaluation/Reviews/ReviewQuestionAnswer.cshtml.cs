using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>The section's answer to a question of the outside body.</summary>
[Authorize(Policy = nameof(Operation.AnswerSheet))]
public sealed class ReviewQuestionAnswerPage(OfficeDb db, SignedIn signedIn, Reach reach, TimeProvider clock) : ReviewedSheetPage<QuestionAnswerForm>(db, reach)
{
    public bool MayAnswer { get; private set; }
    public ReviewQuestion Question => Reviewed.Review.QuestionAt(Number);

    public Task<IActionResult> OnPost() => Change(
        async () => signedIn.Demand(await Reach.GroundsFor(Operation.AnswerSheet, Reviewed.Owner)),
        (sheet, review) => sheet.AnswerQuestion(review, Number, Form.Text, signedIn.Id, clock.GetUtcNow().UtcDateTime));

    protected override QuestionAnswerForm? Read(SheetReview review) => review.Questions.FirstOrDefault(q => q.Number == Number) is { } question ? new() { Text = question.Answer?.Text } : null;

    protected override async Task Offer()
    {
        await base.Offer();
        MayAnswer = await Reach.Includes(Operation.AnswerSheet, Reviewed.Owner) && Reviewed.External.WhyNotChange() is null;
    }
}
