using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Says that an item of the next plan follows none of the plan before, and why.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewItemLineagePage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PlanSuccession Succession { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public bool IsSaid => Succession.Beginning(There.Key) is not null;
    public string Back => $"~/plans/{Plan}/lineage{Succession.Next.Kept}";

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        if (!await Read())
            return NotFound();
        (Reason, Version) = (Succession.Beginning(There.Key)?.Reason, Succession.Beginning(There.Key)?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Read())
            return NotFound();
        var reason = Reason?.ReplaceLineEndings("\n");
        var said = await Tracked();
        Expect(said);
        said?.Explain(reason);
        if (said is null)
            db.Add(Lineage.Begin(Succession.Before.Plan.Id, Succession.Next.Plan.Id, There.Key, reason));
        await db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    public async Task<IActionResult> OnPostUnsay()
    {
        if (!await Read() || await Tracked() is not { } said)
            return NotFound();
        Expect(said);
        db.Remove(said);
        await db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    public async Task<IActionResult> ShowAgain() => await Read() ? Page() : NotFound();

    // why: version 0 is that of nothing said; who began with it and finds something said was overtaken.
    private void Expect(Lineage? said)
    {
        (said is null && Version > 0 ? Refusals.Overtaken : null).ThrowIfAny();
        if (said is not null)
            db.Expect(said, Version);
    }

    private async Task<bool> Read()
    {
        if (await PlanSuccession.Read(db, Plan, Edition) is not { Succession: { } succession } || succession.Next.Find(Item) is not { } item)
            return false;
        (Succession, There) = (succession, item);
        return true;
    }

    private Task<Lineage?> Tracked() =>
        db.Lineages.AsTracking().Include(l => l.Successors).FirstOrDefaultAsync(l => l.FromPlanId == Succession.Before.Plan.Id && l.FromKey == null && l.ToPlanId == Succession.Next.Plan.Id && l.Successors.Any(s => s.ItemKey == There.Key));
}
