using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class ItemPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public WorkingTree Working { get; private set; } = null!;
    public PlanItem Item { get; private set; } = null!;
    public IReadOnlyList<ProjectRow> Projects { get; private set; } = [];
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    public Linkage Linked { get; private set; } = null!;
    /// <summary>Words of the glossary that the text may hold.</summary>
    public IReadOnlyList<LinkedTerm> Terms { get; private set; } = [];
    public IReadOnlyList<ShownFigure> Figures { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public ItemTies Ties { get; private set; } = null!;
    public bool MayEdit => signedIn.May(Operation.EditPlan) && Working.Edition.WhyNotEdit() is null;
    public bool MayLink => signedIn.May(Operation.EditPlan);
    public bool MayAddIndicator => signedIn.May(Operation.EditPlan);

    public sealed record ProjectRow(PublicKey Key, string? Number, string Name, bool IsSample, bool IsMain);

    public async Task<IActionResult> OnGet(string plan, string item, string? edition)
    {
        if (await WorkingTree.Read(db, plan, edition) is not { } working)
            return NotFound();
        if (working.Find(item) is not { } found)
            return edition is null && await NewestWith(working.Plan.Id, item) is { } newest ? LocalRedirect($"~/plans/{plan}/{item}?{WorkingTree.Named}={newest}") : NotFound();
        (Working, Item) = (working, found);
        Projects = await (from p in db.Projects.AsNoTracking()
                          from l in p.Placements
                          where l.PlanId == working.Plan.Id && l.ItemKey == found.Key
                          orderby p.Number == null, p.Number!.Length, p.Number, p.Id
                          select new ProjectRow(p.Key, p.Number, p.Name, p.IsSample, l.IsMain)).ToListAsync();
        Indicators = await db.Indicators.AsNoTracking().Where(i => i.Uses.Any(u => u.PlanId == working.Plan.Id && u.ItemKey == found.Key))
            .OrderBy(i => i.Id).Include(i => i.Actuals).Include(i => i.Targets).AsSingleQuery().ToListAsync();
        Linked = await Linkage.OfItem(db, new(working.Plan.Id, found.Key));
        Terms = found.Body is null ? [] : [.. await db.GlossaryTerms.AsNoTracking().Select(t => new LinkedTerm(t.Name, $"{Url.Content("~/glossary")}#term-{t.Key}", t.Meaning)).ToListAsync()];
        Figures = await db.FiguresIn(found.Body, Url.Content("~/"));
        var known = working.Items.Select(i => new RecordName(i.Id.Value, nameof(PlanItem), WorkingTree.NameOf(i), i.Key.Value, plan)).ToList();
        Ties = await ItemTies.Read(db, working.Plan.Id, found.Key);
        History = await RecentChanges.Of(db, [found.Id.Value], personal: false, [.. known, .. working.Plan.Levels.Select(l => new RecordName(l.Id.Value, nameof(Level), l.Name, null, null))]);
        return Page();
    }

    // why: a history or a link may speak of an item that only another edition has.
    private Task<PublicKey?> NewestWith(PlanId plan, string item) =>
        db.Editions.Where(e => e.PlanId == plan && db.PlanItems.Any(i => i.EditionId == e.Id && i.Key == new PublicKey(item))).OrderByDescending(e => e.Id).Select(e => (PublicKey?)e.Key).FirstOrDefaultAsync();

    /// <summary>Uses an indicator of the plan before here too, with its values and targets.</summary>
    public async Task<IActionResult> OnPostUse(string plan, string item, string? edition, string indicator)
    {
        if (await WorkingTree.Read(db, plan, edition) is not { } working || working.Find(item) is not { } found
            || await db.Indicators.AsTracking().Include(i => i.Uses).SingleOrDefaultAsync(i => i.Key == new PublicKey(indicator)) is not { } carried)
            return NotFound();
        (working.LevelOf(found).CarriesIndicators ? null : Refusals.ItemCarriesNoIndicators(found.Title)).ThrowIfAny();
        carried.UseFor(working.Plan.Id, found.Key, await db.Set<IndicatorUse>().CountAsync(u => u.PlanId == working.Plan.Id && u.ItemKey == found.Key) + 1);
        db.Change = db.Change with { Why = "前の計画の指標を引き継ぐ" };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{plan}/{item}{working.Kept}");
    }
}
