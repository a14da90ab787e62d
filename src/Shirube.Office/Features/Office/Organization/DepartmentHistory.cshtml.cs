using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class DepartmentHistoryPage(OfficeDb db, SignedIn signedIn) : HistoryPage(db, signedIn)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public override IReadOnlyList<string> Kinds => [nameof(Department)];

    protected override async Task<HistorySubject?> Find() =>
        await Db.Departments.AsNoTracking().Where(d => d.Key == new PublicKey(Key)).Select(d => new { d.Id, d.Name }).SingleOrDefaultAsync() is not { } found ? null
            : new(found.Name, "departments", [new("部課", "~/departments")], $"~/departments/{Key}", found.Id.Value, [], SignedIn.MayDo(Operation.ManageDepartments).Scope == Scope.All);
}
