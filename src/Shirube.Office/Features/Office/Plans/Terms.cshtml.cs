using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Organization;
using Shirube.Ui.Charts;

namespace Shirube.Office.Features.Office;

/// <summary>計画の期間と首長の任期: all plans with their terms and reviews beside the mayors' terms.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class TermsPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public IReadOnlyList<Plan> Plans { get; private set; } = [];
    public IReadOnlyList<MayoralTerm> Mayors { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public PeriodBars Chart => PlanPeriods.Chart(
        [.. Plans.Select(p => new PlanPeriod(p.Name, p.First, p.Last, [.. p.Terms.Select(t => (t.Name, t.First, t.Last))], [.. p.Reviews.Select(r => r.Year)]))],
        [.. Mayors.Select(m => (m.From, m.To))], signedIn.Today);

    public IEnumerable<(Plan Plan, ReviewTiming Timing)> Differing =>
        from plan in Plans
        from review in plan.Reviews.OrderBy(r => r.Year)
        where review.Outcome is null
        let timing = ReviewTiming.Of(review.Year, Mayors.Select(m => m.To))
        where timing.Differs
        select (plan, timing);

    public async Task OnGet()
    {
        Plans = await db.Plans.AsNoTracking().Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().OrderBy(p => p.First).ThenBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        Mayors = await db.MayoralTerms.AsNoTracking().OrderBy(m => m.From).ToListAsync();
    }
}
