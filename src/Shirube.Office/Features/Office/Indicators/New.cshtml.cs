using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Indicators;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class NewIndicatorPage(OfficeDb db, Reach reach, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Project { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty]
    public IndicatorForm Form { get; set; } = new() { Kind = nameof(IndicatorKind.Outcome) };

    public string? UsedBy { get; private set; }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var indicator = Indicator.Define(Form.Name ?? "", Form.Unit, IndicatorKind.Outcome);
        Form.Describe(indicator);
        if (Blank.ToNull(Project) is { } key)
            await UseForProject(indicator, key);
        else
            await UseForItem(indicator);
        db.Indicators.Add(indicator);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/indicators/{indicator.Key}/edit");
    }

    public async Task<IActionResult> ShowAgain()
    {
        UsedBy = Project is { Length: > 0 } key ? await db.Projects.Where(p => p.Key == new PublicKey(key)).Select(p => p.Name).SingleOrDefaultAsync()
            : Item is { Length: > 0 } item ? (await PlanPlaces.Read(db)).Find(new(item))?.Name : null;
        return UsedBy is null ? NotFound() : Page();
    }

    private async Task UseForProject(Indicator indicator, string key)
    {
        var project = await db.Projects.Include(p => p.Ownerships).SingleOrDefaultAsync(p => p.Key == new PublicKey(key)) ?? throw new RefusalException(Refusals.IndicatorUseMissing);
        await reach.Demand(Operation.EditProject, project);
        indicator.UseFor(project.Id, await db.Set<IndicatorUse>().CountAsync(u => u.ProjectId == project.Id) + 1);
    }

    private async Task UseForItem(Indicator indicator)
    {
        var place = Item is null ? null : (await PlanPlaces.Read(db)).Find(new(Item));
        (place is null || !signedIn.May(Operation.EditPlan) ? Refusals.IndicatorUseMissing
            : await db.Plans.AnyAsync(p => p.Id == place.PlanId && p.Levels.Any(l => l.Order == place.Level && !l.CarriesIndicators)) ? Refusals.ItemCarriesNoIndicators(place.Title) : null).ThrowIfAny();
        indicator.UseFor(place!.PlanId, place.Key, await db.Set<IndicatorUse>().CountAsync(u => u.PlanId == place.PlanId && u.ItemKey == place.Key) + 1);
    }
}
