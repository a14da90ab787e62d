using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>First asks for the year and the kind, which say the forms; then for what the forms leave open.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class NewRoundPage(OfficeDb db, WorkScope scope) : PageModel, IShowsAgain
{
    private const int DaysForAStage = 14;

    [FromQuery(Name = "year"), Display(Name = "評価する年度")]
    public string? YearTyped { get; set; }

    [FromQuery(Name = "use"), Display(Name = "種類")]
    public FormUse? UseAsked { get; set; }

    [BindProperty]
    public RoundForm Form { get; set; } = new();

    public FiscalYear Year { get; private set; }
    public FormUse Use { get; private set; }
    public IReadOnlyList<EvaluationForm> Forms { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<(LevelId Id, string Words)> Levels { get; private set; } = [];
    public IReadOnlyList<(string Form, int Sheets)>? Counted { get; private set; }
    public int WithoutForm { get; private set; }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostPreview()
    {
        Decide();
        var (start, targets) = (await RoundStart.Of(db, Year, Use), await Targets());
        Counted = [.. targets.Select(start.FormFor).OfType<EvaluationForm>().GroupBy(f => f.Name).Select(g => (g.Key, g.Count()))];
        WithoutForm = targets.Count(t => start.FormFor(t) is null);
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        Decide();
        var start = await RoundStart.Of(db, Year, Use);
        (start.Forms.Count == 0 ? Refusals.RoundWithoutForms(Year.Era) : null).ThrowIfAny();
        var round = EvaluationRound.Open(Form.Name ?? "", Form.Explanation, Year, Use, [.. Form.Stages.Select(s => s.Spec())], scope.Person, scope.NowUtc, projects: Form.Targets.Projects);
        db.Add(round);
        (await start.Make(round, await Targets(), scope.NowUtc) == 0 ? Refusals.RoundWithoutSheets : null).ThrowIfAny();
        await db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{round.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        Decide();
        var start = await RoundStart.Of(db, Year, Use);
        Forms = start.Forms;
        Form.Name ??= $"{Year.Era} {FormWords.Of(Use)}";
        if (Form.Stages.Count == 0)
            Form.Stages = [.. start.StageNames.Select((name, i) => StageForm.Suggest(name, Weekday(scope.Today.AddDays(DaysForAStage * (i + 1)))))];
        Classes = [.. (await db.Projects.Where(p => p.Class != null).Select(p => p.Class!).Distinct().ToListAsync()).Order().Select(c => new SelectListItem(c, c))];
        Departments = DepartmentChoices.Of((await db.Departments.AsNoTracking().ToListAsync()).Where(d => d.ExistsIn(Year)));
        Levels = Forms.Any(f => f.Target == FormTarget.Item)
            ? [.. (await db.Plans.AsNoTracking().Where(p => p.ShownId != null).Include(p => p.Levels).OrderBy(p => p.Name).ToListAsync()).SelectMany(p => p.Levels.Where(l => l.CarriesEvaluation).OrderBy(l => l.Order).Select(l => (l.Id, $"{p.Name} › {l.Name}")))] : [];
        return Page();
    }

    private Task<IReadOnlyList<RoundTarget>> Targets() => Form.Targets.Read(db, Year, Use == FormUse.ExAnte ? Year.Next : Year.Previous);

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };

    private void Decide() => (Year, Use) = (Typed.Year(YearTyped) ?? scope.Year, UseAsked ?? FormUse.Yearly);
}
