using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>見直しの判断 of one plan at the end of one year: what came of it, or that it is not made.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class PlanReviewPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReviewResult? Result { get; set; }

    [BindProperty, Display(Name = "判断した会議や機関"), StringLength(200, ErrorMessage = "判断した会議や機関は200字までです。")]
    public string? Body { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty, StringLength(5000, ErrorMessage = "判断の理由は5,000字までです。")]
    public string? Reason { get; set; }

    public Plan There { get; private set; } = null!;
    public PlanReview Review { get; private set; } = null!;
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await ShowAgain();
    }

    public Task<IActionResult> OnPostConclude() => Change($"~/plans/{Plan}/reviews/{Year}", () => There.Conclude(Review, Result ?? throw new RefusalException(Refusals.ReviewResultMissing), Body ?? "",
        Day ?? throw new RefusalException(Refusals.DayMissing), Reason, signedIn.Id, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostReopen() => Change($"~/plans/{Plan}/reviews/{Year}", () => There.Reopen(Review));

    public Task<IActionResult> OnPostCancel() => Change($"~/plans/{Plan}/terms", () => There.Cancel(Review));

    public async Task<IActionResult> ShowAgain() => await Read() ? Page() : NotFound();

    private async Task<IActionResult> Change(string then, Action change)
    {
        if (!await Read())
            return NotFound();
        db.Expect(There, Version);
        change();
        await db.SaveChangesAsync();
        return LocalRedirect(then);
    }

    private async Task<bool> Read()
    {
        if (await db.Plans.AsTracking().Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan
            || plan.Reviews.FirstOrDefault(r => r.Year.Value == Year) is not { } review)
            return false;
        (There, Review) = (plan, review);
        return true;
    }
}
