using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class RoundsPage(OfficeDb db, WorkScope scope) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayRun => scope.May(Operation.RunEvaluation);
    public DateOnly Today => scope.Today;

    /// <param name="Submitted">Of all stages that a sheet is to go through, those that were submitted.</param>
    public sealed record Row(EvaluationRound Round, int Sheets, int Stages, int Submitted)
    {
        public RoundStage? Next(DateOnly today) => Round.InOrder.FirstOrDefault(s => s.Locked is null && s.Due >= today);
    }

    public async Task OnGet()
    {
        var rounds = await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).OrderByDescending(r => r.Year).ThenByDescending(r => r.Id).ToListAsync();
        var counts = await db.EvaluationSheets.GroupBy(s => s.RoundId).Select(g => new { g.Key, Sheets = g.Count(), Stages = g.Sum(s => s.Stages.Count(t => t.IsChosen)), Submitted = g.Sum(s => s.Stages.Count(t => t.IsChosen && t.Submission != null)) }).ToDictionaryAsync(c => c.Key);
        Rows = [.. rounds.Select(r => counts.TryGetValue(r.Id, out var c) ? new Row(r, c.Sheets, c.Stages, c.Submitted) : new(r, 0, 0, 0))];
    }
}
