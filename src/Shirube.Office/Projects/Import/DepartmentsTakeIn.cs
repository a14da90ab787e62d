using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Projects.Import;

/// <summary>Departments by the path of their names: found again, found by name under the same parent, or established.</summary>
internal sealed class DepartmentsTakeIn(Holdings holdings, Ledger ledger, FiscalYear from)
{
    private static readonly HashSet<string> Spoken = ["name"];

    private readonly List<Department> known = [.. holdings.Departments];
    private readonly Dictionary<string, Department> byPath = [];

    public DepartmentId? Find(IReadOnlyList<string> path)
    {
        Department? at = null;
        for (var depth = 1; depth <= path.Count; depth++)
            at = Resolve(string.Join(" › ", path.Take(depth)), path[depth - 1].Trim(), at, isWhole: path.Count == 1);
        return at?.Id;
    }

    private Department Resolve(string path, string name, Department? parent, bool isWhole)
    {
        if (byPath.TryGetValue(path, out var seen))
            return seen;
        var before = holdings.Recall(ImportedKind.Department, path);
        var found = known.Find(d => d.Id.Value == before?.Id) ?? known.Find(d => d.Name == name && d.ParentId == parent?.Id) ?? (isWhole ? OnlyOneNamed(name) : null);
        var department = found ?? Department.Establish(name, from, parent?.Id);
        var last = found is null ? null : holdings.RecallOf(ImportedKind.Department, path, found.Id.Value);
        var merge = Merge.Of(last?.Facts, found is null ? new() : new() { ["name"] = found.Name }, new() { ["name"] = name }, Spoken);
        if (found is not null && merge.Changes.Count > 0)
            found.Rename(merge.Merged["name"]!, found.Code);
        if (found is null)
            known.Add(department);
        ledger.Enter(new(ImportedKind.Department, path, department.Name, department, department.Id.Value, found is null, merge, last));
        return byPath[path] = department;
    }

    // why: a file that names only sections still means the section under its department.
    private Department? OnlyOneNamed(string name) => known.FindAll(d => d.Name == name) is [var only] ? only : null;
}
