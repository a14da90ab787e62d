using Given;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Web.Tests.Lists;

/// <summary>An invented city of many projects whose every field is now and then blank, the same on every run.</summary>
public sealed class ListedCity : IDisposable
{
    public static readonly FiscalYear[] Years = [new(2023), new(2024), new(2025)];
    private static readonly string[] Words = ["道路", "ＩＣＴ", "ICT", "子育て", "𠮷野", "100%", "a_b", "補助", "=式", "水\\道", "サポート"];
    private readonly TestOffice office;

    private ListedCity(TestOffice office) => this.office = office;

    public List<Department> Departments { get; } = [];
    public List<PlanItem> Items { get; } = [];
    public List<Project> Projects { get; } = [];
    public Plan Plan { get; private set; } = null!;
    public Plan OtherPlan { get; private set; } = null!;

    public static async Task<ListedCity> On(Engine engine, int projects = 120)
    {
        var city = new ListedCity(TestOffice.On(engine));
        var random = new Random(20261122);
        city.Organize();
        city.Place(random, projects);
        await using var db = city.Open();
        db.AddRange(city.Departments);
        db.AddRange(city.editions);
        db.AddRange(city.Plan, city.OtherPlan);
        db.AddRange(city.Items);
        db.AddRange(city.Projects);
        db.Change = new(null, "test", null);
        await db.SaveChangesAsync();
        return city;
    }

    private readonly List<Edition> editions = [];

    public OfficeDb Open() => office.Open();

    /// <summary>Whether an item is of the plan that lists show.</summary>
    public bool IsOfPlan(PlanItem item) => item.EditionId == editions[0].Id;

    public void Dispose() => office.Dispose();

    private void Organize()
    {
        var head = Department.Establish("福祉部", new(2000), null, "01");
        var roads = Department.Establish("建設部", new(2000), null, "02");
        Departments.AddRange([head, roads, Department.Establish("こども課", new(2000), head.Id, "0101"), Department.Establish("道路課", new(2000), roads.Id, "0201")]);
        Departments.Add(Department.Establish("相談室", new(2024), Departments[2].Id, "010101"));
        (Plan, OtherPlan) = (Sample.Plan("本計画"), Sample.Plan("別計画"));
        foreach (var plan in new[] { Plan, OtherPlan })
        {
            var (edition, items) = Sample.Edition(plan);
            editions.Add(edition);
            Items.AddRange(items);
        }
    }

    private void Place(Random random, int count)
    {
        var places = Items.Where(i => editions[0].Id == i.EditionId).ToList();
        var basics = places.Where(i => i.LevelId == Plan.Levels[2].Id).ToList();
        for (var i = 1; i <= count; i++)
        {
            var project = Project.Start(Maybe() ? $"{i * 7 % 1000}" : null, $"{Word()}{Word()}事業{i}", isSample: Maybe());
            if (Maybe())
                project.HandTo(Departments[random.Next(Departments.Count)].Id, Years[random.Next(3)]);
            if (Maybe())
                project.HandTo(Departments[random.Next(Departments.Count)].Id, Years[2]);
            if (Maybe())
                project.PlaceUnder(Plan.Id, basics[random.Next(basics.Count)].Key);
            if (Maybe())
                project.AlsoPlaceUnder(Plan.Id, basics[random.Next(basics.Count)].Key);
            project.Classify(Maybe() ? new[] { "補助金等", "施設管理", "一般" }[random.Next(3)] : null, Maybe() ? Maybe() : null, Maybe() ? Word() : null, Maybe() ? Maybe() : null, null);
            project.Schedule(new(Maybe() ? (PeriodKind)random.Next(3) : null, Maybe() ? Years[random.Next(3)] : null, null, null));
            project.Describe(ProjectText.Empty with { Outline = Maybe() ? $"{Word()}\n{Word()}" : null });
            foreach (var year in Years)
                foreach (var kind in Enum.GetValues<MoneyKind>().Where(_ => Maybe()))
                    project.Record(year, MoneyStage.Settled, kind, random.Next(6) == 0 ? Figure.None((Absence)random.Next(2)) : Figure.Of(new(random.Next(-5, 40) * 500_000)));
            if (Maybe())
                project.Staff(Years[1], MoneyStage.Settled, Maybe() ? random.Next(40) / 4m : null, Maybe() ? random.Next(900) * 1.5m : null, null);
            Projects.Add(project);
        }

        bool Maybe() => random.Next(3) > 0;
        string Word() => Words[random.Next(Words.Length)];
    }
}
