using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>An opinion of the outside body, put right or removed.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class ReviewOpinionPage(OfficeDb db, Reach reach) : ReviewedSheetPage<RemarkForm>(db, reach)
{
    public bool IsConfirmed => Reviewed.Review.OpinionAt(Number).Confirmed is not null;

    public Task<IActionResult> OnPost() => Change(() => Task.CompletedTask, (sheet, review) => sheet.ChangeOpinion(review, Number, Form.Text));

    public Task<IActionResult> OnPostRemove() => Change(() => Task.CompletedTask, (sheet, review) => sheet.RemoveOpinion(review, Number), "意見を削除しました。");

    protected override RemarkForm? Read(SheetReview review) => review.Opinions.FirstOrDefault(o => o.Number == Number) is { } opinion ? new() { Text = opinion.Text } : null;

    // why: an opinion is the body's as such; there is no member to name.
    protected override IReadOnlyList<FormField> FieldsOf(RemarkForm form) => [new("Form.Text", "内容", form.Text)];
}
