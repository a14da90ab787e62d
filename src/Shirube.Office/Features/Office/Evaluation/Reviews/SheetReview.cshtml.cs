using System.ComponentModel.DataAnnotations;
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

/// <summary>The outside body's questions and opinions about one sheet, with answers and responses; the planning office writes down new ones, confirms responses and gives them back.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.RunEvaluation)]
public sealed class SheetReviewPage(OfficeDb db, SignedIn signedIn, Reach reach, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [BindProperty, Display(Name = "質問")] public string? Question { get; set; }
    [BindProperty, Display(Name = "質問した人")] public string? Asker { get; set; }
    [BindProperty, Display(Name = "意見")] public string? Opinion { get; set; }
    [BindProperty] public int Number { get; set; }
    /// <summary>When the response was written that the person agrees to.</summary>
    [BindProperty] public string? Seen { get; set; }
    [BindProperty, Display(Name = "差し戻す理由")] public string? Reason { get; set; }

    public ReviewedSheet Reviewed { get; private set; } = null!;
    public bool MayAnswer { get; private set; }
    public bool MayRun => signedIn.May(Operation.RunEvaluation);
    public bool IsOpen => Reviewed.External.WhyNotChange() is null;
    public string? OwnerName { get; private set; }
    public IReadOnlyDictionary<PersonId, string> People { get; private set; } = new Dictionary<PersonId, string>();
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Who(PersonId? by) => by is { } id ? People.GetValueOrDefault(id, "(いまはいない職員)") : "サーバーでの作業";

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPostAsk() => Change((sheet, review, _) => sheet.Ask(review, Question, Asker), "質問を加えました。");

    public Task<IActionResult> OnPostOpine() => Change((sheet, review, _) => sheet.Opine(review, Opinion), "意見を加えました。");

    public static string SeenOf(ReviewOpinion opinion) => $"{opinion.Response?.AtUtc:O}";

    public Task<IActionResult> OnPostConfirm() => Change((sheet, review, now) =>
    {
        (sheet.WhyNotConfirm(review, Number) ?? (SeenOf(sheet.OpinionAt(Number)) == Seen ? null : Refusals.ResponseOvertaken(Number))).ThrowIfAny();
        sheet.Confirm(review, Number, signedIn.Id, now);
    }, "市の対応を確定しました。");

    public Task<IActionResult> OnPostReturn() => Change((sheet, review, now) => sheet.Return(review, Number, Reason, signedIn.Id, now), "差し戻しました。");

    public async Task<IActionResult> ShowAgain()
    {
        if (await ReviewedSheet.Load(db, new(Key), reach.Year) is not { } found)
            return NotFound();
        Reviewed = found;
        MayAnswer = await reach.Includes(Operation.AnswerSheet, found.Owner);
        OwnerName = found.Owner is { } owner ? await db.Departments.Where(d => d.Id == owner).Select(d => d.Name).SingleAsync() : null;
        var writers = found.Review.Questions.Select(q => q.Answer?.By).Concat(found.Review.Opinions.SelectMany(o => new[] { o.Response?.By, o.Confirmed?.By, o.Returned?.By })).OfType<PersonId>().Distinct().ToList();
        People = await db.People.Where(p => writers.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
        History = await RecentChanges.Of(db, [found.Review.Id.Value], personal: MayRun);
        return Page();
    }

    private async Task<IActionResult> Change(Action<SheetReview, ExternalReview, DateTime> change, string done)
    {
        if (await ReviewedSheet.Load(db, new(Key), reach.Year) is not { } found)
            return NotFound();
        change(found.Review, found.External, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        TempData[SavedNote.Key] = done;
        return LocalRedirect($"~/sheets/{Key}/review");
    }
}
