using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>A question of the outside body, put right or removed.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class ReviewQuestionPage(OfficeDb db, Reach reach) : ReviewedSheetPage<RemarkForm>(db, reach)
{
    public Task<IActionResult> OnPost() => Change(() => Task.CompletedTask, (sheet, review) => sheet.ChangeQuestion(review, Number, Form.Text, Form.Asker));

    public Task<IActionResult> OnPostRemove() => Change(() => Task.CompletedTask, (sheet, review) => sheet.RemoveQuestion(review, Number), "質問を削除しました。");

    protected override RemarkForm? Read(SheetReview review) => review.Questions.FirstOrDefault(q => q.Number == Number) is { } question ? new() { Text = question.Text, Asker = question.Asker } : null;
}
