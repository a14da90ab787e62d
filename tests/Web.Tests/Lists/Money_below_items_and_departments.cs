using System.Globalization;
using Given;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Lists;
using Shouldly;
using Xunit;

namespace Web.Tests.Lists;

/// <summary>The money of the projects below each item and department, against the same added up in memory.</summary>
public sealed class Money_below_items_and_departments
{
    private const string Cost = "money.2024.settled.total";
    private const string General = "money.2024.settled.general";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_item_shows_the_sum_of_all_projects_below_it_and_how_many_told_nothing(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        var result = await Items(city, $"columns=name,{Cost},{General}&size=500");
        var items = city.Items.Where(i => city.IsOfPlan(i)).ToDictionary(i => i.Key.Value);
        result.Lines.Count.ShouldBe(items.Count);
        foreach (var line in result.Lines.Cast<RowLine>())
        {
            var below = Below(city, items[line.Address!.Split('/')[^1]]);
            var projects = city.Projects.Where(p => PlaceOf(city, p) is { } key && below.Contains(key)).ToList();
            Check(line.Cells[1], projects, MoneyKind.Total);
            Check(line.Cells[2], projects, MoneyKind.General);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_project_is_counted_once_in_the_sum_of_all_items_although_its_item_stands_below_others(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        var placed = city.Projects.Where(p => PlaceOf(city, p) is not null).ToList();
        (await Items(city, $"columns=name,{Cost}")).Totals[1]!.Cell.Value.ShouldBe(Sum(placed, MoneyKind.Total));
        var groups = await Items(city, $"columns=name,{Cost}&group=level1&only=groups");
        foreach (var group in groups.Lines.Cast<GroupLine>())
        {
            var top = city.Items.Single(i => city.IsOfPlan(i) && i.ParentId is null && NameOf(i) == group.Name);
            var below = Below(city, top);
            group.Sums[1]!.Cell.Value.ShouldBe(Sum(placed.Where(p => below.Contains(PlaceOf(city, p)!)), MoneyKind.Total));
        }
        groups.Totals[1]!.Cell.Value.ShouldBe(Sum(placed, MoneyKind.Total));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Items_are_ordered_and_filtered_by_the_money_below_them(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        var all = (await Items(city, $"columns=name,{Cost}&size=500")).Lines.Cast<RowLine>().ToList();
        var known = all.Select(r => r.Cells[1].Value).OfType<long>().ToList();
        foreach (var sort in new[] { Cost, $"-{Cost}" })
        {
            var sorted = (await Items(city, $"columns=name,{Cost}&sort={sort}&size=500")).Lines.Cast<RowLine>().Select(r => r.Cells[1].Value).ToList();
            sorted.Take(known.Count).Cast<long>().ShouldBe(sort[0] == '-' ? known.OrderDescending() : known.Order());
            sorted.Skip(known.Count).ShouldAllBe(v => v == null);
        }
        var middle = known.Order().ElementAt(known.Count / 2);
        foreach (var (condition, meets) in new (string, Func<long?, bool>)[] { ($"min={middle}", v => v >= middle), ($"max={middle}", v => v <= middle), ($"is={middle}", v => v == middle), ($"not={middle}", v => v != middle), ("blank=", v => v is null), ("filled=", v => v is not null) })
            (await Items(city, $"{Cost}.{condition}&columns=name,{Cost}&size=500")).Count.ShouldBe(all.Count(r => meets((long?)r.Cells[1].Value)), condition);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_department_shows_the_sum_of_the_projects_of_its_sections_too(Engine engine)
    {
        using var city = await ListedCity.On(engine);
        var result = await Departments(city, $"columns=name,{Cost}&size=500");
        foreach (var line in result.Lines.Cast<RowLine>())
        {
            var units = Units(city, city.Departments.Single(d => d.Key.Value == line.Address!.Split('/')[^1]).Id);
            Check(line.Cells[1], [.. city.Projects.Where(p => p.OwnerIn(new(2026)) is { } owner && units.Contains(owner))], MoneyKind.Total);
        }
        result.Totals[1]!.Cell.Value.ShouldBe(Sum(city.Projects.Where(p => p.OwnerIn(new(2026)) is not null), MoneyKind.Total));
    }

    private static async Task<ListResult> Items(ListedCity city, string address)
    {
        await using var db = city.Open();
        using var memory = new ListMemory();
        var list = new ItemFields { Setting = (await Project_list_against_memory.ListOf(db, city)).Setting, Db = db };
        return await (await ListReader<PlanItem>.Open(db, memory, await memory.Now(db, null), list, ListQuery.Of(address))).Page();
    }

    private static async Task<ListResult> Departments(ListedCity city, string address)
    {
        await using var db = city.Open();
        using var memory = new ListMemory();
        var list = new DepartmentFields { Setting = (await Project_list_against_memory.ListOf(db, city)).Setting, Db = db };
        return await (await ListReader<Department>.Open(db, memory, await memory.Now(db, null), list, ListQuery.Of(address))).Page();
    }

    private static void Check(ListCell cell, List<Project> projects, MoneyKind kind)
    {
        var known = projects.Select(p => Project_list_against_memory.Amount(p, 2024, kind)).OfType<long>().ToList();
        if (projects.Count == 0)
            cell.ShouldBe(new(null, "事業なし"));
        else if (known.Count == 0)
            cell.Value.ShouldBeNull();
        else
            Convert.ToInt64(cell.Value, CultureInfo.InvariantCulture).ShouldBe(known.Sum());
        cell.Blanks.ShouldBe(projects.Count(p => Project_list_against_memory.Amount(p, 2024, kind) is null && !Project_list_against_memory.Dash(p, kind)));
    }

    private static long Sum(IEnumerable<Project> projects, MoneyKind kind) => projects.Sum(p => Project_list_against_memory.Amount(p, 2024, kind) ?? 0);

    private static string? PlaceOf(ListedCity city, Project project) => project.Placements.FirstOrDefault(l => l.IsMain && l.PlanId == city.Plan.Id)?.ItemKey.Value;

    private static string NameOf(PlanItem item) => item.Code is null ? item.Title : $"{item.Code} {item.Title}";

    private static HashSet<string> Below(ListedCity city, PlanItem top) => [top.Key.Value, .. city.Items.Where(i => i.ParentId == top.Id).SelectMany(i => Below(city, i))];

    private static HashSet<DepartmentId> Units(ListedCity city, DepartmentId top) => [top, .. city.Departments.Where(d => d.ParentId == top).SelectMany(d => Units(city, d.Id))];
}
