using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class PlanPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    public WorkingTree Working { get; private set; } = null!;
    public ILookup<PlanItemId?, PlanItem> Children { get; private set; } = null!;
    public IReadOnlyDictionary<PublicKey, int> Projects { get; private set; } = new Dictionary<PublicKey, int>();
    public IReadOnlyDictionary<PublicKey, int> Indicators { get; private set; } = new Dictionary<PublicKey, int>();
    public IReadOnlyList<ShownFigure> Figures { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);
    public bool MayChangeTree => MayEdit && Working.Edition.WhyNotEdit() is null;

    public Task<IActionResult> OnGet() => ShowAgain();

    public Task<IActionResult> OnPostOpening() => Change(e => e.Open(signedIn.Id, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostTakeBack() => Change(e => e.TakeBack());

    public async Task<IActionResult> OnPostNumber()
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working)
            return NotFound();
        var changed = working.Tree().Number();
        db.Change = db.Change with { Why = "番号をふり直す" };
        await db.SaveChangesAsync();
        TempData["Saved"] = changed == 0 ? "番号は、もう並び順のとおりです。" : $"{changed:#,0}件の番号をふり直しました。";
        return LocalRedirect($"~/plans/{Plan}{working.Kept}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await WorkingTree.Read(db, Plan, Edition) is not { } working)
            return NotFound();
        Working = working;
        Figures = await db.FiguresIn(working.Plan.Summary, Url.Content("~/"));
        Children = working.Items.ToLookup(i => i.ParentId);
        Projects = await db.Set<Placement>().Where(l => l.PlanId == working.Plan.Id).GroupBy(l => l.ItemKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Indicators = await db.Set<Domain.Indicators.IndicatorUse>().Where(u => u.PlanId == working.Plan.Id && u.ItemKey != null).GroupBy(u => u.ItemKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count);
        return Page();
    }

    /// <summary>Projects under an item and under all below it.</summary>
    public int ProjectsBelow(PlanItem item) => Projects.GetValueOrDefault(item.Key) + Children[item.Id].Sum(ProjectsBelow);

    private async Task<IActionResult> Change(Action<Domain.Plans.Edition> change)
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working)
            return NotFound();
        change(working.Edition);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}{working.Kept}");
    }
}
