using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Demonstration;

/// <summary>The invented departments and staff. Nobody but the two who sign in has an account.</summary>
internal sealed class LargeOffice
{
    private static readonly FiscalYear Since = new(2015);
    private static readonly DateOnly SinceDay = new(2024, 4, 1);
    private static readonly string[] Stems =
        ["政策", "総務", "財務", "市民", "環境", "福祉", "健康", "こども", "農林", "商工", "観光", "建設", "都市", "水道", "教育", "文化", "消防", "防災", "地域", "情報"];
    private static readonly string[] Kinds = ["企画", "推進", "管理", "支援", "調整"];

    private readonly List<Department> divisions = [];
    private readonly List<Department> sections = [];
    private readonly List<Person> people = [];

    public LargeOffice(SampleSize size)
    {
        foreach (var stem in Stems.Take(size.Divisions))
        {
            var division = Department.Establish(Sample.Mark($"{stem}部"), Since);
            divisions.Add(division);
            foreach (var kind in Kinds.Take(size.SectionsPerDivision))
                sections.Add(Department.Establish(Sample.Mark($"{stem}{kind}課"), Since, division.Id));
        }

        for (var i = 0; i < size.People; i++)
            people.Add(Join(i));
    }

    public IEnumerable<Aggregate> All => [.. divisions, .. sections, .. people];
    public IReadOnlyList<Department> Sections => sections;
    public int Departments => divisions.Count + sections.Count;
    public Person Planner => people[0];
    public (Person Person, Department Section) Entrant => (people[1], sections[1]);

    private Person Join(int i)
    {
        var person = Person.Join(Sample.Mark($"職員{i + 1:0000}"));
        var section = sections[i % sections.Count];
        if (i == 0)
            person.Assign(Role.PlanningOffice, section.Id, SinceDay);
        else
            person.Assign(i % 6 == 5 ? Role.DepartmentHead : Role.Entrant, section.Id, SinceDay);
        return person;
    }
}
