using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Organization;

/// <summary>Puts one field of a department back, by the verbs that any edit uses.</summary>
internal static class DepartmentPutBack
{
    public static void PutBack(this Department department, PastField past, IReadOnlyCollection<Department> all, FiscalYear year)
    {
        switch (past.Name)
        {
            case "Name" or "Code":
                department.Rename(past.Own("Name", department.Name) ?? "", past.Own("Code", department.Code));
                break;
            case "ParentId":
                var parent = past.Own("ParentId", department.ParentId, id => DepartmentId.From(Guid.Parse(id)));
                (parent is null || all.Any(d => d.Id == parent && d.ExistsIn(year)) ? null : Refusals.PutBackDepartmentGone(year.Era)).ThrowIfAny();
                department.MoveUnder(parent, all.ToDictionary(d => d.Id, d => d.ParentId));
                break;
            case "To" when past.Past.Of(null, null, "To") is { } to:
                department.Abolish(PastField.ReadYear(to));
                break;
            case "To":
                department.Reestablish();
                break;
            default:
                throw new RefusalException(Refusals.PutBackUnknown);
        }

        all.WhyNotName(department.Id, department.Name, department.ParentId, year).ThrowIfAny();
    }
}
