using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>What each project cost in the judged year, at the furthest stage of the budget's life that has an amount: as the records say, or as it was kept when the round was closed.</summary>
internal sealed class JudgedCosts
{
    private readonly IReadOnlyDictionary<ProjectId, long?> amounts;

    private JudgedCosts(IReadOnlyDictionary<ProjectId, long?> amounts) => this.amounts = amounts;

    public CostTotal Of(IEnumerable<ProjectId> projects) => CostTotal.Of(projects.Select(p => amounts.GetValueOrDefault(p)));

    public static async Task<JudgedCosts> Read(OfficeDb db, EvaluationRound round) => new(round.Closed is null ? await FromRecords(db, round.Judged) : await AsKept(db, round));

    private static async Task<IReadOnlyDictionary<ProjectId, long?>> FromRecords(OfficeDb db, FiscalYear year)
    {
        var money = await db.Set<Money>().AsNoTracking().Where(m => m.FiscalYear == year && m.Amount != null).Select(m => new { m.ProjectId, m.Stage, m.Kind, m.Amount }).ToListAsync();
        return money.Where(m => IsCost(m.Kind)).GroupBy(m => m.ProjectId).ToDictionary(g => g.Key, g => Sum(g.Where(m => m.Stage == g.Max(o => o.Stage)).Select(m => (m.Kind, m.Amount!.Value.Value))));
    }

    private static async Task<IReadOnlyDictionary<ProjectId, long?>> AsKept(OfficeDb db, EvaluationRound round)
    {
        var kept = await db.EvaluationSheets.AsNoTracking().Where(s => s.RoundId == round.Id && s.ProjectId != null && s.FrozenJson != null).Select(s => new { Project = s.ProjectId!.Value, Json = s.FrozenJson! }).ToListAsync();
        return kept.ToDictionary(k => k.Project, k => Of(RoundClosingDesk.Kept(k.Json).Money, round.Judged));
    }

    private static long? Of(FigureTable table, FiscalYear year)
    {
        var at = table.Columns.Select((c, i) => c.Year == year.Value ? i : -1).Max(i => (int?)i) ?? -1;
        return at < 0 ? null : Sum(table.Lines.Where(l => l.Kind is { } kind && IsCost(kind) && l.Cells[at].Value is not null).Select(l => (l.Kind!.Value, (long)l.Cells[at].Value!.Value)));
    }

    private static bool IsCost(MoneyKind kind) => kind == MoneyKind.Total || CostCheck.Sources.Contains(kind);

    private static long? Sum(IEnumerable<(MoneyKind Kind, long Amount)> known)
    {
        var all = known.ToList();
        var stated = all.Where(a => a.Kind == MoneyKind.Total).Select(a => (long?)a.Amount).FirstOrDefault();
        return stated ?? (all.Count == 0 ? null : all.Sum(a => a.Amount));
    }
}
