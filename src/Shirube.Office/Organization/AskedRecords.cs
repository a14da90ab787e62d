using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shirube.Office.Projects.Import;

namespace Shirube.Office.Organization;

/// <summary>Finds the record a question is about, by its key as it stands in addresses, and what locks it now.</summary>
internal static class AskedRecords
{
    /// <summary>Null where there is no such record.</summary>
    public static async Task<AskedRecord?> Find(OfficeDb db, PersonReach reach, Operation operation, string? key)
    {
        if (operation == Operation.Import)
            return AskedRecord.Nothing with { Lock = await WhyNotImport(db) };
        if (Blank.ToNull(key?.Trim()) is not { } text)
            return AskedRecord.Nothing;
        var known = new PublicKey(text);
        return operation switch
        {
            Operation.EditPlan => await Plan(db, known),
            Operation.ManageDepartments => await db.Departments.Where(d => d.Key == known || d.Name == text || d.Code == text).OrderBy(d => d.Name).Select(d => new AskedRecord(d.Name, false, null, null)).FirstOrDefaultAsync(),
            Operation.EditProject or Operation.Read => await Project(db, reach, text),
            Operation.AnswerSheet or Operation.ApproveSheet => await Sheet(db, reach, known) ?? await Project(db, reach, text),
            _ => AskedRecord.Nothing,
        };
    }

    private static async Task<AskedRecord?> Project(OfficeDb db, PersonReach reach, string text)
    {
        var key = new PublicKey(text);
        var project = await db.Projects.AsNoTracking().Include(p => p.Ownerships).Where(p => p.Key == key || p.Number == text || p.Name == text).OrderBy(p => p.Key != key).ThenBy(p => p.Number).FirstOrDefaultAsync();
        return project is null ? null : new(project.Name, true, reach.OwnerOf(project), null);
    }

    private static async Task<AskedRecord?> Sheet(OfficeDb db, PersonReach reach, PublicKey key)
    {
        if (await db.EvaluationSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key) is not { } sheet)
            return null;
        var round = await db.EvaluationRounds.AsNoTracking().SingleAsync(r => r.Id == sheet.RoundId);
        return new(sheet.Name, true, await SheetRows.OwnerOf(db, sheet, reach.Year), round.WhyNotChange());
    }

    private static async Task<AskedRecord?> Plan(OfficeDb db, PublicKey key)
    {
        if (await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Key == key) is not { } plan)
            return null;
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == plan.ShownId);
        return new(plan.Name, false, null, edition?.WhyNotEdit());
    }

    private static async Task<Refusal?> WhyNotImport(OfficeDb db) =>
        await db.Jobs.AnyAsync(j => j.EndedAtUtc == null && (j.Kind == ImportJobs.TakeInKind || j.Kind == ImportJobs.UndoKind)) ? Refusals.ImportRunning : null;
}
