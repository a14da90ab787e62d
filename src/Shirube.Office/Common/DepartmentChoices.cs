using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Organization;

namespace Shirube.Office.Common;

/// <summary>Departments as choices, the ones below set in.</summary>
internal static class DepartmentChoices
{
    public static IReadOnlyList<SelectListItem> Of(IEnumerable<Department> departments) =>
        [.. InOrder(departments).Select(d => new SelectListItem(new string('\u3000', d.Depth) + d.Department.Name, d.Department.Id.Value.ToString()))];

    /// <summary>From the top down; a unit whose parent is not among them stands at the top.</summary>
    public static IReadOnlyList<(Department Department, int Depth)> InOrder(IEnumerable<Department> departments)
    {
        var all = departments.OrderBy(d => d.Code is null).ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal).ToList();
        var ids = all.Select(d => d.Id).ToHashSet();
        var children = all.ToLookup(d => d.ParentId is { } parent && ids.Contains(parent) ? parent : default(DepartmentId?));
        var ordered = new List<(Department, int)>(all.Count);
        Walk(null, 0);
        return ordered;

        void Walk(DepartmentId? parent, int depth)
        {
            foreach (var department in children[parent])
            {
                ordered.Add((department, depth));
                Walk(department.Id, depth + 1);
            }
        }
    }
}
