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
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>The sheets of a round, filtered by what the address says; chosen ones are approved, taken into a stage, or given to a department together.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.ApproveSheet)]
public sealed class SheetsPage(OfficeDb db, WorkScope scope, SignedIn signedIn, Reach reach) : PageModel, IShowsAgain
{
    public const int Size = 100;

    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [FromQuery(Name = "department")] public string? Department { get; set; }
    [FromQuery(Name = "state")] public SheetState? State { get; set; }
    [FromQuery(Name = "q")] public string? Words { get; set; }
    [FromQuery(Name = "p")] public int Shown { get; set; } = 1;

    [BindProperty] public List<string> Chosen { get; set; } = [];
    [BindProperty] public int? Stage { get; set; }
    [BindProperty] public Guid? To { get; set; }

    public EvaluationRound Round { get; private set; } = null!;
    public IReadOnlyList<SheetRow> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public IReadOnlyDictionary<DepartmentId, string> Names { get; private set; } = new Dictionary<DepartmentId, string>();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public DateOnly Today => scope.Today;
    public bool MayRun => scope.May(Operation.RunEvaluation);
    public bool MayApprove => scope.May(Operation.ApproveSheet) && Round.Closed is null;
    public IReadOnlyList<RoundStage> Selectable => [.. Round.InOrder.Where(s => s.Scope != StageScope.All)];

    /// <summary>The conditions of the list, as its address carries them.</summary>
    public QueryString Kept => QueryString.Create(Request.Query.Where(q => q.Key != "handler"));

    public string ActOn(string handler) => Kept.Add("handler", handler).Value!;

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPostApprove() => Change("承認", Approve);

    public Task<IActionResult> OnPostChoose() => Run("対象に加え", (sheet, _) => Choose(sheet, true));

    public Task<IActionResult> OnPostDrop() => Run("対象から外", (sheet, _) => Choose(sheet, false));

    public Task<IActionResult> OnPostHand() => Run("部課を変更", (sheet, _) => sheet.HandTo(To is { } id ? DepartmentId.From(id) : null));

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return NotFound();
        Round = round;
        var departments = (await db.Departments.AsNoTracking().ToListAsync()).FindAll(d => d.ExistsIn(scope.Year));
        Names = departments.ToDictionary(d => d.Id, d => d.Name);
        Departments = DepartmentChoices.Of(departments);
        var folded = FoldedText.Fold(Words);
        var rows = (await SheetRows.Read(db, round, scope.Year)).Where(r => IsOf(r) && (State is not { } state || r.StateOf(r.Current(round, Today), round, Today) == state) && FoldedText.Fold(r.Name).Contains(folded, StringComparison.Ordinal)).ToList();
        Shown = Math.Clamp(Shown, 1, Math.Max(1, (rows.Count + Size - 1) / Size));
        (Count, Rows) = (rows.Count, [.. rows.Skip((Shown - 1) * Size).Take(Size)]);
        return Page();
    }

    private bool IsOf(SheetRow row) => string.IsNullOrEmpty(Department) || (Department == "none" ? row.Owner is null : row.Owner?.Value.ToString() == Department);

    private async Task Approve(EvaluationSheet sheet, EvaluationRound round)
    {
        signedIn.Demand(await reach.GroundsToApprove(await SheetRows.OwnerOf(db, sheet, scope.Year)));
        sheet.Approve(round, sheet.Current(round, Today).Stage, scope.Person, scope.NowUtc);
    }

    private void Choose(EvaluationSheet sheet, bool chosen)
    {
        if (sheet.Stages.FirstOrDefault(s => s.RoundStage == Stage) is { } stage)
            sheet.Choose(Round, stage.Stage, chosen);
    }

    private Task<IActionResult> Run(string deed, Action<EvaluationSheet, EvaluationRound> change) => Change(deed, (sheet, round) =>
    {
        signedIn.Demand(signedIn.MayDo(Operation.RunEvaluation).Grounds);
        round.WhyNotChange().ThrowIfAny();
        change(sheet, round);
        return Task.CompletedTask;
    });

    // why: all or nothing; a sheet that cannot be changed is named, so that it can be left out.
    private async Task<IActionResult> Change(string deed, Func<EvaluationSheet, EvaluationRound, Task> change)
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return NotFound();
        Round = round;
        var keys = Chosen.Select(k => new PublicKey(k)).ToList();
        var sheets = await db.EvaluationSheets.AsTracking().Where(s => s.RoundId == round.Id && keys.Contains(s.Key)).Include(s => s.Stages).ToListAsync();
        (sheets.Count == 0 ? Refusals.NoSheetChosen : null).ThrowIfAny();
        foreach (var sheet in sheets)
            await Named(sheet, () => change(sheet, round));
        await db.SaveChangesAsync();
        TempData["Saved"] = $"{sheets.Count:#,0}枚を{deed}しました。";
        return LocalRedirect($"~/evaluations/{Key}/sheets{Kept}");
    }

    private static async Task Named(EvaluationSheet sheet, Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (RefusalException refused) when (refused.Refusal.Code != Refusals.SheetOfOthers.Code)
        {
            throw new RefusalException(refused.Refusal with { What = $"「{sheet.Name}」: {refused.Refusal.What}" });
        }
    }
}
