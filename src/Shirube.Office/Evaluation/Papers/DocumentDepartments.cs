using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>The departments whose documents somebody may have: of all that own sheets and what lies above them, or of one's own.</summary>
internal static class DocumentDepartments
{
    public static async Task<IReadOnlyList<SelectListItem>> Of(OfficeDb db, EvaluationRound round, WorkScope scope)
    {
        var owners = (await SheetRows.Owned(db, db.EvaluationSheets.Where(s => s.RoundId == round.Id), scope.Year).Select(o => o.Owner).Distinct().ToListAsync()).OfType<DepartmentId>().ToHashSet();
        var known = await db.Departments.AsNoTracking().ToListAsync();
        var mine = await scope.Departments();
        var offered = scope.May(Operation.RunEvaluation) ? WithAbove(owners, known) : owners.Where(mine.Contains).ToHashSet();
        return DepartmentChoices.Of(known.Where(d => offered.Contains(d.Id)));
    }

    private static HashSet<DepartmentId> WithAbove(IEnumerable<DepartmentId> owners, IReadOnlyList<Department> known)
    {
        var parents = known.ToDictionary(d => d.Id, d => d.ParentId);
        var all = new HashSet<DepartmentId>();
        foreach (var owner in owners)
            for (DepartmentId? at = owner; at is { } here && all.Add(here);)
                at = parents.GetValueOrDefault(here);
        return all;
    }
}
