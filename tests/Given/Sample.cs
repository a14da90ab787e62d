using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Given;

/// <summary>Invented things of an invented city, made through the domain.</summary>
public static class Sample
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");
    public static readonly FiscalYear Year = new(2026);

    public static Department Department(string name = "サンプル課", Department? parent = null) => Shirube.Domain.Organization.Department.Establish(name, new(2020), parent?.Id);

    public static Person Person(Role role = Role.PlanningOffice, Department? department = null, string name = "サンプル 花子")
    {
        var person = Shirube.Domain.Organization.Person.Join(name);
        person.Assign(role, department?.Id, new(2020, 4, 1));
        return person;
    }

    /// <summary>A plan of three levels (政策, 施策, 基本事業), the last of which carries projects.</summary>
    public static Plan Plan(string name = "サンプル市総合計画")
    {
        var plan = Shirube.Domain.Plans.Plan.Found(PlanKind.ActionPlan, name, new(2023), new(2030));
        plan.AddLevel("政策", carriesProjects: false);
        plan.AddLevel("施策", carriesProjects: false);
        plan.AddLevel("基本事業", carriesProjects: true);
        return plan;
    }

    /// <summary>A working edition, with two policies of two measures of one basic project each.</summary>
    public static (Edition Edition, IReadOnlyList<PlanItem> Items) Edition(Plan plan, string label = "原案")
    {
        var edition = plan.Draft(label);
        var tree = new PlanTree(edition, plan, []);
        var items = new List<PlanItem>();
        for (var policy = 1; policy <= 2; policy++)
        {
            var top = Add(plan.Levels[0], null, $"{policy}", $"サンプル政策{policy}");
            for (var measure = 1; measure <= 2; measure++)
            {
                var middle = Add(plan.Levels[1], top, $"{policy}-{measure}", $"サンプル施策{policy}-{measure}");
                Add(plan.Levels[2], middle, $"{policy}-{measure}-1", $"サンプル基本事業{policy}-{measure}-1");
            }
        }

        return (edition, items);

        PlanItem Add(Level level, PlanItem? parent, string code, string title)
        {
            var item = tree.Add(level, parent, code, title);
            items.Add(item);
            return item;
        }
    }

    public static Project Project(string? number = "1", string name = "サンプル道路維持事業") => Shirube.Domain.Projects.Project.Start(number, name);

    /// <summary>A project with every kind of part: owner, place, budget line, money, staff.</summary>
    public static Project FullProject(Department owner, Plan plan, PlanItem item, string number = "1", string name = "サンプル道路維持事業")
    {
        var project = Project(number, name);
        project.HandTo(owner.Id, new(2023));
        project.PlaceUnder(plan.Id, item.Key);
        project.Budget([new("一般", "8", "2", "1", "1")]);
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_200_000)));
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.General, Figure.Of(new(700_000)));
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.Bond, Figure.None(Absence.Dash));
        project.Staff(new(2024), MoneyStage.Settled, 1.50m, 320m, null);
        project.Schedule(new(PeriodKind.Repeated, new(1974), null, "昭和49年度から"));
        project.Describe(ProjectText.Empty with { Outline = "道路を直す。" });
        project.NoteInternally("サンプル 太郎(内線123)", "来年度に見直す。");
        return project;
    }

    public static Indicator Indicator(Project project, string name = "直した延長")
    {
        var indicator = Shirube.Domain.Indicators.Indicator.Define(name, "km", IndicatorKind.Activity);
        indicator.UseFor(project.Id, 1);
        indicator.Measure(new(2024), 12.50m, ActualStatus.Final);
        indicator.Measure(new(2025), null, ActualStatus.NotKnown);
        indicator.Aim(new(2025), 15m, new(2024, 3, 1), "計画策定時");
        return indicator;
    }

    /// <summary>A small office with one of everything, saved.</summary>
    public static async Task<SampleOffice> FillAsync(OfficeDb db)
    {
        var division = Department("サンプル部");
        var department = Department("サンプル課", division);
        var person = Person(Role.PlanningOffice, department);
        var plan = Plan();
        var (edition, items) = Edition(plan);
        var project = FullProject(department, plan, items[2]);
        var indicator = Indicator(project);
        db.AddRange(division, department, person, plan, edition, project, indicator);
        db.AddRange(items);
        db.Change = new(null, "test", "サンプル");
        await db.SaveChangesAsync();
        return new(division, department, person, plan, edition, items, project, indicator);
    }
}

public sealed record SampleOffice(
    Department Division, Department Department, Person Person, Plan Plan, Edition Edition, IReadOnlyList<PlanItem> Items, Project Project, Indicator Indicator);
