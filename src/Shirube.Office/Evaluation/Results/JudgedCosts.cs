using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Office.Publishing;

namespace Shirube.Office.Evaluation;

/// <summary>What each project cost in the judged year, at the furthest stage of the budget's life that has an amount: as the records say, or as it was kept when the round was closed.</summary>
internal sealed class JudgedCosts
{
    private readonly IReadOnlyDictionary<ProjectId, long?> amounts;

    private JudgedCosts(IReadOnlyDictionary<ProjectId, long?> amounts) => this.amounts = amounts;

    public CostTotal Of(IEnumerable<ProjectId> projects) => CostTotal.Of(projects.Select(p => amounts.GetValueOrDefault(p)));

    /// <param name="onlyPublic">Without what is asked and cut before a budget is decided.</param>
    public static async Task<JudgedCosts> Read(OfficeDb db, EvaluationRound round, bool onlyPublic = false) => new(round.Closed is null ? await FromRecords(db, round.Judged, onlyPublic) : await AsKept(db, round, onlyPublic));

    private static async Task<IReadOnlyDictionary<ProjectId, long?>> FromRecords(OfficeDb db, FiscalYear year, bool onlyPublic)
    {
        var money = await db.Set<Money>().AsNoTracking().Where(m => m.FiscalYear == year && m.Amount != null && (m.Kind == MoneyKind.Total || CostCheck.Sources.Contains(m.Kind))).Select(m => new { m.ProjectId, m.Stage, m.Kind, m.Amount }).ToListAsync();
        return money.Where(m => !onlyPublic || PublicFigures.IsPublic(m.Stage)).GroupBy(m => m.ProjectId).ToDictionary(g => g.Key, g => CostCheck.CostOf(g.Where(m => m.Stage == g.Max(o => o.Stage)).Select(m => (m.Kind, m.Amount!.Value.Value))));
    }

    private static async Task<IReadOnlyDictionary<ProjectId, long?>> AsKept(OfficeDb db, EvaluationRound round, bool onlyPublic)
    {
        var kept = await db.EvaluationSheets.AsNoTracking().Where(s => s.RoundId == round.Id && s.ProjectId != null && s.FrozenJson != null).Select(s => new { Project = s.ProjectId!.Value, Json = s.FrozenJson! }).ToListAsync();
        return kept.Select(k => (k.Project, KeptFigures.Of(k.Json).Money)).ToDictionary(k => k.Project, k => onlyPublic && k.Money.ColumnOf(round.Judged) is { } column && !PublicFigures.IsPublic(column.Stage) ? null : k.Money.CostIn(round.Judged));
    }
}
