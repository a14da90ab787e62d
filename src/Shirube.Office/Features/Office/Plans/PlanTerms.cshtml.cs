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

/// <summary>期と見直し of one plan.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class PlanTermsPage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Years { get; set; }

    [BindProperty]
    public string? TermName { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public string? ReviewYear { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Plan There { get; private set; } = null!;
    public IReadOnlyList<DateOnly> MayorEnds { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPostDivide() => Change(plan => plan.Divide(WholeYears(Years)));

    public Task<IActionResult> OnPostAddTerm() => Change(plan => plan.AddTerm(TermName ?? "", YearOf(First), YearOf(Last)));

    public Task<IActionResult> OnPostChangeTerm(Guid term) => Change(plan => plan.ChangeTerm(PlanTermId.From(term), TermName ?? "", YearOf(First), YearOf(Last)));

    public Task<IActionResult> OnPostRemoveTerm(Guid term) => Change(plan => plan.RemoveTerm(PlanTermId.From(term)));

    public Task<IActionResult> OnPostReview() => Change(plan => plan.Review(YearOf(ReviewYear), Reason));

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.Plans.AsNoTracking().Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan)
            return NotFound();
        There = plan;
        MayorEnds = await db.MayoralTerms.Select(m => m.To).ToListAsync();
        return Page();
    }

    private static int WholeYears(string? typed) =>
        Typed.Number(typed) is { } years && years == Math.Truncate(years) && Math.Abs(years) < 1000 ? (int)years : throw new RefusalException(Refusals.NumberUnreadable(typed ?? ""));

    private static FiscalYear YearOf(string? typed) => Typed.Year(typed) ?? throw new RefusalException(Refusals.YearUnreadable(typed ?? ""));

    private async Task<IActionResult> Change(Action<Plan> change)
    {
        if (await db.Plans.AsTracking().Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan)
            return NotFound();
        db.Expect(plan, Version);
        change(plan);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/terms");
    }
}
