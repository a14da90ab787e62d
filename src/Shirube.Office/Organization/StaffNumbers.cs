using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

internal static class StaffNumbers
{
    public static async Task<Refusal?> WhyNotNumber(this OfficeDb db, PersonId? self, string? number) =>
        Blank.ToNull(number?.Trim()) is { } wanted && await db.People.AsNoTracking().Where(p => p.StaffNumber == wanted && p.Id != self).Select(p => p.Name).FirstOrDefaultAsync() is { } other
            ? Refusals.StaffNumberTaken(wanted, other) : null;
}
