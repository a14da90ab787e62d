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

/// <summary>A sheet and whose it is now.</summary>
internal sealed class OwnedSheet
{
    public required EvaluationSheet Sheet { get; init; }
    public required DepartmentId? Owner { get; init; }
}

internal static class SheetRows
{
    /// <summary>A project's sheet belongs to its owner of the year, unless the planning office gave it to another department; where that one gave way to a single other, to the one that follows. A closed round keeps whose it was.</summary>
    public static IQueryable<OwnedSheet> Owned(OfficeDb db, IQueryable<EvaluationSheet> sheets, FiscalYear year) => sheets.AsNoTracking().Select(s => new OwnedSheet
    {
        Sheet = s,
        Owner = s.FrozenOwnerId ?? db.Set<Succession>().Where(x => x.PredecessorId == s.DepartmentId && db.Departments.Any(d => d.Id == x.PredecessorId && d.To < year)
                && db.Reorganizations.Any(r => r.Id == x.ReorganizationId && r.Carrying != null && r.Reversal == null)
                && !db.Set<Succession>().Any(o => o.ReorganizationId == x.ReorganizationId && o.PredecessorId == x.PredecessorId && o.SuccessorId != x.SuccessorId)).Select(x => (DepartmentId?)x.SuccessorId).FirstOrDefault()
            ?? s.DepartmentId ?? db.Set<Ownership>().Where(o => o.ProjectId == s.ProjectId && o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault(),
    });

    /// <summary>The rows of some sheets in one query, in the order of the round; of all departments where none are named.</summary>
    public static async Task<IReadOnlyList<SheetRow>> Read(OfficeDb db, IQueryable<EvaluationSheet> sheets, FiscalYear year, IReadOnlySet<DepartmentId>? of = null)
    {
        var owned = Owned(db, sheets, year);
        if (of is not null)
            owned = owned.Where(o => o.Owner != null && of.Contains(o.Owner.Value));
        var rows = await owned.OrderBy(o => o.Sheet.SortKey).ThenBy(o => o.Sheet.Id).Select(o => new
        {
            o.Sheet.Id, o.Sheet.Key, o.Sheet.RoundId, o.Sheet.SortKey, IsOfItem = o.Sheet.ItemKey != null, o.Owner,
            Name = o.Sheet.FrozenJson != null ? o.Sheet.Name : db.Projects.Where(p => p.Id == o.Sheet.ProjectId).Select(p => p.Name).FirstOrDefault() ?? o.Sheet.Name,
            Stages = o.Sheet.Stages.OrderBy(t => t.Stage).ToList(),
        }).AsSingleQuery().ToListAsync();
        return rows.ConvertAll(r => new SheetRow(r.Id, r.Key, r.RoundId, r.Name, r.SortKey, r.IsOfItem, r.Owner, r.Stages));
    }

    public static Task<IReadOnlyList<SheetRow>> Read(OfficeDb db, EvaluationRound round, FiscalYear year) => Read(db, db.EvaluationSheets.Where(s => s.RoundId == round.Id), year);

    /// <summary>Whose a sheet is now.</summary>
    public static Task<DepartmentId?> OwnerOf(OfficeDb db, EvaluationSheet sheet, FiscalYear year) => Owned(db, db.EvaluationSheets.Where(s => s.Id == sheet.Id), year).Select(o => o.Owner).SingleAsync();
}
