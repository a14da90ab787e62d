using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

internal static class DepartmentRules
{
    /// <summary>Two units of one name under one parent at one time could not be told apart.</summary>
    public static Refusal? WhyNotName(this IEnumerable<Department> all, DepartmentId self, string name, DepartmentId? parent, FiscalYear year) =>
        all.Any(d => d.Id != self && d.Name == name.Trim() && d.ParentId == parent && d.ExistsIn(year)) ? Refusals.DepartmentNameTaken(name.Trim(), year.Era) : null;
}
