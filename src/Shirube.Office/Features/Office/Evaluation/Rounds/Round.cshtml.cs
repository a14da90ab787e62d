using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class RoundPage(OfficeDb db, WorkScope scope) : PageModel
{
    public EvaluationRound Round { get; private set; } = null!;
    public RoundBoard Board { get; private set; } = null!;
    public IReadOnlyList<SheetRow> Mine { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public int Sheets { get; private set; }
    public DateOnly Today => scope.Today;
    public bool MayRun => scope.May(Operation.RunEvaluation);
    public bool MayAnswer => scope.May(Operation.AnswerSheet) && Round.Closed is null;
    public SheetRow? NextOfMine => Mine.FirstOrDefault(r => r.StateOf(r.Current(Round, Today), Round, Today) is SheetState.Open or SheetState.SentBack);

    public async Task<IActionResult> OnGet(string key)
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(key)) is not { } round)
            return NotFound();
        Round = round;
        var rows = await SheetRows.Read(db, round, scope.Year);
        var departments = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name);
        Board = RoundBoard.Of(round, rows, departments, Today);
        var mine = await scope.Departments();
        (Sheets, Mine) = (rows.Count, [.. rows.Where(r => r.Owner is { } owner && mine.Contains(owner))]);
        History = await RecentChanges.Of(db, [round.Id.Value], personal: false);
        return Page();
    }
}
