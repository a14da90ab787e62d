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
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ItemPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public WorkingTree Working { get; private set; } = null!;
    public PlanItem Item { get; private set; } = null!;
    public IReadOnlyList<ProjectRow> Projects { get; private set; } = [];
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    /// <summary>Words of the glossary that the text may hold.</summary>
    public IReadOnlyList<LinkedTerm> Terms { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan) && Working.Edition.WhyNotEdit() is null;
    public bool MayAddIndicator => signedIn.May(Operation.EditPlan);

    public sealed record ProjectRow(PublicKey Key, string? Number, string Name, bool IsSample, bool IsMain);

    public async Task<IActionResult> OnGet(string plan, string item, string? edition)
    {
        if (await WorkingTree.Read(db, plan, edition) is not { } working || working.Find(item) is not { } found)
            return NotFound();
        (Working, Item) = (working, found);
        Projects = await (from p in db.Projects.AsNoTracking()
                          from l in p.Placements
                          where l.PlanId == working.Plan.Id && l.ItemKey == found.Key
                          orderby p.Number == null, p.Number!.Length, p.Number, p.Id
                          select new ProjectRow(p.Key, p.Number, p.Name, p.IsSample, l.IsMain)).ToListAsync();
        Indicators = await db.Indicators.AsNoTracking().Where(i => i.Uses.Any(u => u.PlanId == working.Plan.Id && u.ItemKey == found.Key))
            .OrderBy(i => i.Id).Include(i => i.Actuals).Include(i => i.Targets).AsSingleQuery().ToListAsync();
        Terms = found.Body is null ? [] : [.. await db.GlossaryTerms.AsNoTracking().Select(t => new LinkedTerm(t.Name, $"{Url.Content("~/glossary")}#term-{t.Key}", t.Meaning)).ToListAsync()];
        var known = working.Items.Select(i => new RecordName(i.Id.Value, nameof(PlanItem), WorkingTree.NameOf(i), i.Key.Value, plan)).ToList();
        History = await RecentChanges.Of(db, [found.Id.Value], personal: false, [.. known, .. working.Plan.Levels.Select(l => new RecordName(l.Id.Value, nameof(Level), l.Name, null, null))]);
        return Page();
    }
}
