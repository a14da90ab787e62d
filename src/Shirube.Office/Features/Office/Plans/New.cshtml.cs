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

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPost()
    {
        var plan = Plan.Found(Kind, Form.Name ?? "", Form.FirstYear(), Typed.Year(Form.Last));
        Form.Write(plan);
        var names = (Levels ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        (names.Length == 0 ? Refusals.NameMissing("階層の名前") : null).ThrowIfAny();
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
            plan.AddLevel(name, carriesProjects: i == names.Length - 1 || i > 0);
        db.AddRange(plan, plan.Draft(Label));
        await db.SaveChangesAsync();
        return LocalRedirect($"~/plans/{plan.Key}");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());
}
