using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>Chooses the sheets that the outside body looks at: one by one, or all that fit the conditions in the address.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class ReviewSheetsPage(OfficeDb db, WorkScope scope) : PageModel, IShowsAgain
{
    public const int Size = 100;

    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [FromQuery(Name = "department")] public string? Department { get; set; }
    [FromQuery(Name = "direction")] public string? Direction { get; set; }
    /// <summary>differs: where two stages chose differently; outside: what a stage of the outside body looks at.</summary>
    [FromQuery(Name = "of")] public string? Of { get; set; }
    [FromQuery(Name = "q")] public string? Words { get; set; }
    [FromQuery(Name = "p")] public int Shown { get; set; } = 1;
    [BindProperty] public List<string> Chosen { get; set; } = [];

    public EvaluationRound Round { get; private set; } = null!;
    public IReadOnlyList<JudgedSheet> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyDictionary<DepartmentId, string> Names { get; private set; } = new Dictionary<DepartmentId, string>();
    public IReadOnlyList<string> Directions { get; private set; } = [];
    public bool HasOutsideStage => Round.Stages.Any(s => s.Actor == StageActor.Outside);

    public QueryString Kept => QueryString.Create(Request.Query.Where(q => q.Key != "handler"));

    public string ActOn(string handler) => Kept.Add("handler", handler).Value!;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPost() => Add(() => Task.FromResult<IReadOnlyCollection<PublicKey>>([.. Chosen.Select(k => new PublicKey(k))]));

    public Task<IActionResult> OnPostAll() => Add(async () => [.. (await Fitting()).Select(s => s.Key)]);

    public async Task<IActionResult> ShowAgain()
    {
        if (await Load() is not { })
            return NotFound();
        var departments = (await db.Departments.AsNoTracking().ToListAsync()).FindAll(d => d.ExistsIn(scope.Year));
        (Departments, Names) = (DepartmentChoices.Of(departments), departments.ToDictionary(d => d.Id, d => d.Name));
        var fitting = await Fitting();
        Shown = Math.Clamp(Shown, 1, Math.Max(1, (fitting.Count + Size - 1) / Size));
        (Count, Rows) = (fitting.Count, [.. fitting.Skip((Shown - 1) * Size).Take(Size)]);
        return Page();
    }

    private async Task<IReadOnlyList<JudgedSheet>> Fitting()
    {
        var there = await db.EvaluationSheets.Where(s => s.RoundId == Round.Id && db.SheetReviews.Any(r => r.SheetId == s.Id)).Select(s => s.Key).ToListAsync();
        var outside = Of == "outside" ? (await SheetRows.Read(db, Round, scope.Year)).Where(r => ReviewChoice.IsOfOutside(r, Round)).Select(r => r.Key).ToHashSet() : null;
        var all = await JudgedSheets.Read(db, Round, scope.Year);
        Directions = [.. all.Select(s => s.Said.Standing(QuestionRole.Direction).Choice).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var folded = FoldedText.Fold(Words);
        return [.. all.Where(s => !there.Contains(s.Key) && outside?.Contains(s.Key) != false
            && (string.IsNullOrEmpty(Department) || (Department == "none" ? s.Owner is null : s.Owner?.Value.ToString() == Department))
            && (string.IsNullOrEmpty(Direction) || s.Said.Standing(QuestionRole.Direction).Choice == Direction)
            && (Of != "differs" || s.Said.Differs(QuestionRole.Direction)) && FoldedText.Fold(s.Name).Contains(folded, StringComparison.Ordinal))];
    }

    private async Task<IActionResult> Add(Func<Task<IReadOnlyCollection<PublicKey>>> which)
    {
        if (await Load() is not { } review)
            return NotFound();
        var added = await ReviewChoice.Add(db, review, Round, await which());
        await db.SaveChangesAsync();
        TempData[SavedNote.Key] = $"{added:#,0}枚を、外部評価の対象に加えました。";
        return LocalRedirect($"~/evaluations/{Key}/review");
    }

    private async Task<ExternalReview?> Load()
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return null;
        Round = round;
        return await db.ExternalReviews.SingleOrDefaultAsync(r => r.RoundId == round.Id);
    }
}
