using System.ComponentModel.DataAnnotations;
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
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

/// <summary>Copies an edition with all its items into a new working edition, as its successor or as an alternative.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewEditionPage(OfficeDb db) : PageModel, IShowsAgain
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<EditionKind>().Select(k => new SelectListItem(Names.Of(k), k.ToString()))];

    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty, Display(Name = "版の名前")]
    public string? Label { get; set; }

    [BindProperty]
    public EditionKind Kind { get; set; } = EditionKind.Draft;

    /// <summary>The key of the edition that the new one is an alternative to.</summary>
    [BindProperty]
    public string? Beside { get; set; }

    [BindProperty]
    public bool Show { get; set; }

    public Plan There { get; private set; } = null!;
    public Edition Basis { get; private set; } = null!;
    public int Items { get; private set; }
    public IReadOnlyList<SelectListItem> Alternatives { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        Show = true;
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await db.Plans.SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan || await db.Editions.Where(e => e.PlanId == plan.Id).ToListAsync() is not { Count: > 0 } editions || BasisOf(plan, editions) is not { } basis)
            return NotFound();
        var (copy, items) = basis.CopyAs(Label ?? "", Kind, await db.PlanItems.AsNoTracking().Where(i => i.EditionId == basis.Id).ToListAsync());
        if (Blank.ToNull(Beside) is { } beside)
            copy.StandBeside(editions.Find(e => e.Key.Value == beside) ?? throw new RefusalException(Refusals.EditionUnknown));
        if (Show)
            plan.Show(copy);
        db.Add(copy);
        db.AddRange(items);
        db.Change = db.Change with { Why = $"版「{basis.Label}」を写して「{copy.Label}」をつくる" };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/editions");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan)) is not { } plan)
            return NotFound();
        var editions = await db.Editions.AsNoTracking().Where(e => e.PlanId == plan.Id).OrderByDescending(e => e.Id).ToListAsync();
        if (BasisOf(plan, editions) is not { } basis)
            return NotFound();
        (There, Basis) = (plan, basis);
        Items = await db.PlanItems.CountAsync(i => i.EditionId == basis.Id);
        Alternatives = [.. editions.Where(e => basis.WhyNotAlternative(e) is null).Select(e => new SelectListItem(e.Label, e.Key.Value))];
        return Page();
    }

    // why: who names no edition means the one that the office uses.
    private Edition? BasisOf(Plan plan, List<Edition> editions) => editions.Find(e => string.IsNullOrEmpty(From) ? e.Id == plan.ShownId : e.Key.Value == From);
}
