using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManageDepartments))]
public sealed class DepartmentPutBackPage(OfficeDb db, SignedIn signedIn) : PutBackPage(db, signedIn)
{
    private List<Department> all = [];
    private Department department = null!;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    protected override async Task<(Aggregate, Guid, PutBackPlace)?> Load()
    {
        all = await Db.Departments.ToListAsync();
        if (all.Find(d => d.Key == new PublicKey(Key)) is not { } found)
            return null;
        department = found;
        return (found, found.Id.Value, new(found.Name, $"~/departments/{Key}", "departments", [new("部課", "~/departments")]));
    }

    protected override Task PutBack(PastField past, string why)
    {
        department.PutBack(past, all, FiscalYear.Of(SignedIn.Today));
        return Task.CompletedTask;
    }
}
