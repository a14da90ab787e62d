using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class NewPlanPage(OfficeDb db) : PageModel, IShowsAgain
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    [BindProperty]
    public PlanKind Kind { get; set; } = PlanKind.ActionPlan;

    [BindProperty, Required(ErrorMessage = "版の名前を入力してください。"), StringLength(100, ErrorMessage = "版の名前は100字までです。")]
    public string Label { get; set; } = "原案";

    [BindProperty]
    public string? Levels { get; set; } = "政策\n施策\n基本事業";

    /// <summary>Titles of the top level, one a line.</summary>
    [BindProperty]
    public string? Items { get; set; }

    public PlanTemplate? Template { get; private set; }

    public void OnGet(string? template)
    {
        ModelState.Clear();
        if (PlanTemplate.Find(template) is not { } found)
            return;
        (Template, Kind, Form.Name, Label) = (found, found.Kind, found.Name, found.Label);
        (Levels, Items) = (string.Join('\n', found.Levels), string.Join('\n', found.Items));
    }

    public async Task<IActionResult> OnPost()
    {
        var plan = Plan.Found(Kind, Form.Name ?? "", Form.FirstYear(), Typed.Year(Form.Last));
        Form.Write(plan);
        PlanTemplate.AddLevels(plan, Typed.Lines(Levels));
        var edition = plan.Draft(Label);
        var tree = new PlanTree(edition, plan, []);
        db.AddRange(plan, edition);
        db.AddRange(Typed.Lines(Items).Select((title, i) => tree.Add(plan.Levels[0], null, $"{i + 1}", title)));
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{plan.Key}");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
