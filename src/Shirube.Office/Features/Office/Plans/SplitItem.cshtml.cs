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
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Splits an item in two.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class SplitItemPage(OfficeDb db) : PageModel, IShowsAgain
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
    public string? KeptBody { get; set; }

    [BindProperty, Display(Name = "新しい項目の題名")]
    public string? Title { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public IReadOnlyList<string>? Children { get; set; }

    public WorkingTree Working { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public IEnumerable<PlanItem> Below => Working.Items.Where(i => i.ParentId == There.Id).OrderBy(i => i.Order);

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        if (await ShowAgain() is not PageResult shown)
            return NotFound();
        (KeptBody, Version) = (There.Body, There.Version);
        return shown;
    }

    public async Task<IActionResult> OnPost()
    {
        if (await WorkingTree.Read(db, Plan, Edition, tracked: true) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        db.Expect(item, Version);
        var split = working.Tree().Split(item, KeptBody?.ReplaceLineEndings("\n"), Title ?? "", Body?.ReplaceLineEndings("\n"), [.. working.Items.Where(i => Children?.Contains(i.Key.Value) == true)]);
        db.Add(split);
        await ItemUses.Split(db, working, item, split);
        db.Change = db.Change with { Why = $"「{item.Title}」を分ける" };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{Plan}/{split.Key}{working.Kept}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await WorkingTree.Read(db, Plan, Edition) is not { } working || working.Find(Item) is not { } item)
            return NotFound();
        (Working, There) = (working, item);
        return Page();
    }
}
