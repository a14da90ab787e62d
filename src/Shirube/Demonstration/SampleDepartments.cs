using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Demonstration;

/// <summary>The department that makes the plan, as its own paper names it; all others are invented.</summary>
internal sealed class SampleDepartments
{
    private static readonly FiscalYear Since = new(2024);
    private readonly List<Department> all = [];

    public SampleDepartments()
    {
        var division = Add(Department.Establish("政策企画部", Since));
        Add(Department.Establish("政策企画課", Since, division.Id));
        foreach (var row in Sample.Table("sample-departments.txt"))
        {
            var parent = Add(Department.Establish(Sample.Mark(row[0]), Since));
            foreach (var name in row[1].Split(','))
                Add(Department.Establish(Sample.Mark(name), Since, parent.Id));
        }
    }

    public IReadOnlyList<Department> All => all;

    public Department this[string name] => all.Single(d => d.Name == name || d.Name == Sample.Mark(name));

    private Department Add(Department department)
    {
        all.Add(department);
        return department;
    }
}
