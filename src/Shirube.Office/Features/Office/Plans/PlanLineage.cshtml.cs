using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>現行計画との対応: what becomes of each item of the plan before, and how much of it is said.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class PlanLineagePage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Predecessor { get; set; }

    public WorkingTree Next { get; private set; } = null!;
    public PlanSuccession? Succession { get; private set; }
    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var result = await ShowAgain();
        Predecessor = Succession?.Before.Plan.Key.Value;
        return result;
    }

    public async Task<IActionResult> OnPostPredecessor()
    {
        var all = await db.Plans.AsTracking().ToListAsync();
        if (all.Find(p => p.Key.Value == Plan) is not { } plan)
            return NotFound();
        db.Expect(plan, Version);
        plan.Succeed(string.IsNullOrEmpty(Predecessor) ? null : all.Find(p => p.Key.Value == Predecessor) ?? throw new RefusalException(Refusals.PlanUnknown), all);
        return await Save();
    }

    /// <summary>Takes the suggestions that the page showed: items of the same title follow each other.</summary>
    public async Task<IActionResult> OnPostSuggested(IReadOnlyList<string> pairs)
    {
        if (await PlanSuccession.Read(db, Plan, Edition) is not { Succession: { } succession })
            return NotFound();
        var chosen = succession.Table.Suggested().Where(s => pairs.Contains($"{s.Old.Key} {s.New.Key}")).ToList();
        db.AddRange(chosen.Select(s => Lineage.Carry(succession.Before.Plan.Id, s.Old.Key, succession.Next.Plan.Id, [s.New.Key], null)));
        db.Change = db.Change with { Why = "題名が同じ項目を結ぶ" };
        TempData["Saved"] = $"{chosen.Count:#,0}件の項目を結びました。";
        return await Save();
    }

    public async Task<IActionResult> ShowAgain()
    {
        (var next, Succession) = await PlanSuccession.Read(db, Plan, Edition);
        if (next is null)
            return NotFound();
        Next = next;
        if (MayEdit)
            Plans = [.. (await db.Plans.AsNoTracking().Where(p => p.Id != next.Plan.Id).OrderBy(p => p.First).ThenBy(p => p.Name).ToListAsync()).Select(p => new SelectListItem(p.Name, p.Key.Value))];
        return Page();
    }

    private async Task<IActionResult> Save()
    {
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/lineage{(string.IsNullOrEmpty(Edition) ? "" : $"?{WorkingTree.Named}={Edition}")}");
    }
}
