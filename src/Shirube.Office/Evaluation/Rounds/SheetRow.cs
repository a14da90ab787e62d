using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet in lists and on boards: whose it is now, and how far its stages are.</summary>
public sealed record SheetRow(EvaluationSheetId Id, PublicKey Key, EvaluationRoundId RoundId, string Name, string SortKey, bool IsOfItem, DepartmentId? Owner, IReadOnlyList<SheetStage> Stages)
{
    public SheetState StateOf(SheetStage stage, EvaluationRound round, DateOnly today) => SheetStates.Of(stage, Stages, round, today);

    public SheetStage Current(EvaluationRound round, DateOnly today) => SheetStates.Current(Stages, round, today);
}

internal static class SheetRows
{
    /// <summary>The rows of some sheets in one query, in the order of the round. A project's sheet belongs to its owner of the year, unless the planning office gave it to another department; a closed round keeps whose it was.</summary>
    public static async Task<IReadOnlyList<SheetRow>> Read(OfficeDb db, IQueryable<EvaluationSheet> sheets, FiscalYear year)
    {
        var rows = await sheets.AsNoTracking().OrderBy(s => s.SortKey).ThenBy(s => s.Id).Select(s => new
        {
            s.Id, s.Key, s.RoundId, s.SortKey, IsOfItem = s.ItemKey != null,
            Name = s.FrozenJson != null ? s.Name : db.Projects.Where(p => p.Id == s.ProjectId).Select(p => p.Name).FirstOrDefault() ?? s.Name,
            Owner = s.FrozenOwnerId ?? s.DepartmentId ?? db.Set<Ownership>().Where(o => o.ProjectId == s.ProjectId && o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault(),
            Stages = s.Stages.OrderBy(t => t.Stage).ToList(),
        }).AsSingleQuery().ToListAsync();
        return rows.ConvertAll(r => new SheetRow(r.Id, r.Key, r.RoundId, r.Name, r.SortKey, r.IsOfItem, r.Owner, r.Stages));
    }

    public static Task<IReadOnlyList<SheetRow>> Read(OfficeDb db, EvaluationRound round, FiscalYear year) => Read(db, db.EvaluationSheets.Where(s => s.RoundId == round.Id), year);

    /// <summary>Whose a sheet is now.</summary>
    public static async Task<DepartmentId?> OwnerOf(OfficeDb db, EvaluationSheet sheet, FiscalYear year) =>
        sheet.FrozenOwnerId ?? sheet.DepartmentId ?? (sheet.ProjectId is not { } project ? null
            : await db.Set<Ownership>().Where(o => o.ProjectId == project && o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefaultAsync());
}
