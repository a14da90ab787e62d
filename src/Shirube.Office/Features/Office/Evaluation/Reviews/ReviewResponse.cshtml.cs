using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

/// <summary>The municipality's response to an opinion: drafted by the section, and how far it is carried out once it is confirmed.</summary>
[Authorize(Policy = nameof(Operation.AnswerSheet))]
public sealed class ReviewResponsePage(OfficeDb db, SignedIn signedIn, Reach reach, TimeProvider clock) : ReviewedSheetPage<ResponseForm>(db, reach)
{
    public static readonly IReadOnlyList<SelectListItem> Steps = [.. Enum.GetValues<ResponseProgress>().Select(p => new SelectListItem(Names.Of(p), p.ToString()))];

    [BindProperty]
    public string? Progress { get; set; }

    /// <summary>Whether the person answers for the sheet.</summary>
    public bool MayAnswer { get; private set; }
    public ReviewOpinion Opinion => Reviewed.Review.OpinionAt(Number);
    public Refusal? WhyNotRespond => Reviewed.Review.WhyNotRespond(Reviewed.External, Number);

    public Task<IActionResult> OnPost() => Change(Demand, (sheet, review) => sheet.Respond(review, Number, Form.Spec, signedIn.Id, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostProgress() => Change(Demand, (sheet, _) => sheet.Report(Number, Enum.TryParse<ResponseProgress>(Progress, out var step) ? step : sheet.OpinionAt(Number).Progress ?? ResponseProgress.NotStarted));

    protected override ResponseForm? Read(SheetReview review) => review.Opinions.FirstOrDefault(o => o.Number == Number) is { } opinion ? ResponseForm.Of(opinion.Response) : null;

    protected override IReadOnlyList<FormField> FieldsOf(ResponseForm form) => form.Fields;

    protected override async Task Offer()
    {
        await base.Offer();
        Progress ??= Opinion.Progress?.ToString();
        MayAnswer = await Reach.Includes(Operation.AnswerSheet, Reviewed.Owner);
    }

    private async Task Demand() => signedIn.Demand(await Reach.GroundsFor(Operation.AnswerSheet, Reviewed.Owner));
}
