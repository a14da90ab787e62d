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
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Records which body decided an edition, and from when it is the plan.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditionDecisionPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Display(Name = "決定した会議や機関"), StringLength(200, ErrorMessage = "決定した会議や機関は200字までです。")]
    public string? Body { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty, StringLength(100, ErrorMessage = "番号は100字までです。")]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public Edition Edition { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    /// <summary>Projects that have their place at an item the edition does not have.</summary>
    public int Homeless { get; private set; }
    public IReadOnlyList<Edition> Others { get; private set; } = [];
    public IEnumerable<string> Alternatives => Others.Where(o => Edition.Alternatives is not null && o.Alternatives == Edition.Alternatives).Select(o => o.Label);

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await ShowAgain();
    }

    public Task<IActionResult> OnPostDecide() => Change(e => e.Decide(Body ?? "", Day ?? throw new RefusalException(Refusals.DayMissing), Number, signedIn.Id, Now, Others));

    public Task<IActionResult> OnPostRevoke() => Change(e => e.Revoke(Others));

    public Task<IActionResult> OnPostEnforce() => Change(e => e.PutInForce(From ?? throw new RefusalException(Refusals.DayMissing), signedIn.Id, Now, Others), e => ItemUses.FollowMerged(db, e));

    public async Task<IActionResult> ShowAgain()
    {
        if (!await Read())
            return NotFound();
        if (Edition.WhyNotEnforce() is null)
            Homeless = await ItemUses.Homeless(db, Edition);
        return Page();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<IActionResult> Change(Action<Edition> change, Func<Edition, Task>? then = null)
    {
        if (!await Read())
            return NotFound();
        db.Expect(Edition, Version);
        change(Edition);
        if (then is not null)
            await then(Edition);
        // why: the office means a decided edition, not an alternative that was not taken.
        if (Edition.Decision is not null && Others.FirstOrDefault(o => o.Id == Plan.ShownId)?.Retirement is not null)
            Plan.Show(Edition);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/editions/{Key}/decision");
    }

    private async Task<bool> Read()
    {
        if (await db.Editions.SingleOrDefaultAsync(e => e.Key == new PublicKey(Key)) is not { } found)
            return false;
        Edition = found;
        Plan = await db.Plans.SingleAsync(p => p.Id == found.PlanId);
        Others = await db.Editions.Where(e => e.PlanId == found.PlanId && e.Id != found.Id).ToListAsync();
        return true;
    }
}
