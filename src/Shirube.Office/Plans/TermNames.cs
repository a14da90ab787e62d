using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

internal static class TermNames
{
    /// <summary>Refuses a term whose name another one has.</summary>
    public static async Task DemandFree(this OfficeDb db, GlossaryTerm term) =>
        (await db.GlossaryTerms.AsNoTracking().AnyAsync(t => t.Name == term.Name && t.Id != term.Id) ? Refusals.TermTaken(term.Name) : null).ThrowIfAny();
}
