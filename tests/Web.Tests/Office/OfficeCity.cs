using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Web.Tests.Office;

/// <summary>A small city with two departments under one, a plan of three levels and a project of each department.</summary>
public sealed class OfficeCity
{
    public const string Own = "こども家庭課";
    public const string Other = "道路課";

    private OfficeCity(Project ownProject, Project otherProject, Plan plan, IReadOnlyList<PlanItem> items, Indicator indicator)
    {
        (OwnProject, OtherProject, Plan, Items, Indicator) = (ownProject, otherProject, plan, items, indicator);
    }

    public Project OwnProject { get; }
    public Project OtherProject { get; }
    public Plan Plan { get; }
    public IReadOnlyList<PlanItem> Items { get; }
    public Indicator Indicator { get; }

    public string OwnPage => $"{App.Office}/projects/{OwnProject.Key}";
    public string OtherPage => $"{App.Office}/projects/{OtherProject.Key}";
    public string PlanPage => $"{App.Office}/plans/{Plan.Key}";
    public string ItemPage(int index) => $"{PlanPage}/{Items[index].Key}";

    public static async Task<OfficeCity> Of(App app)
    {
        var year = new FiscalYear(2020);
        await using (var db = app.OpenDb())
        {
            var there = await db.Departments.ToDictionaryAsync(d => d.Name);
            var head = there.GetValueOrDefault("福祉部") ?? Department.Establish("福祉部", year);
            Department[] city = [head, Department.Establish(Own, year, head.Id), Department.Establish("こども相談室", year, head.Id), Department.Establish(Other, year)];
            db.AddRange(city.Where(d => !there.ContainsKey(d.Name)));
            if (there.TryGetValue(Own, out var early) && early.ParentId is null)
                early.MoveUnder(head.Id, new Dictionary<DepartmentId, DepartmentId?>());
            await db.SaveChangesAsync();
        }
        return await Fill(app, year);
    }

    private static async Task<OfficeCity> Fill(App app, FiscalYear year)
    {
        await using var db = app.OpenDb();
        var departments = await db.Departments.ToDictionaryAsync(d => d.Name);
        var plan = Sample.Plan($"計画{Guid.NewGuid():N}");
        var edition = plan.Draft("原案");
        var tree = new PlanTree(edition, plan, []);
        var policy = tree.Add(plan.Levels[0], null, "1", "安心して暮らす");
        var other = tree.Add(plan.Levels[0], null, "2", "にぎわいをつくる");
        var measure = tree.Add(plan.Levels[1], policy, "1-1", "子育てを支える");
        var basic = tree.Add(plan.Levels[2], measure, "1-1-1", "産前産後の支え");
        var own = Project.Start($"A{Random.Shared.Next(100_000, 999_999)}", "産後ケア事業");
        own.HandTo(departments[Own].Id, year);
        own.PlaceUnder(plan.Id, basic.Key);
        own.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_234_000)));
        var others = Project.Start($"B{Random.Shared.Next(100_000, 999_999)}", "市道改良事業");
        others.HandTo(departments[Other].Id, year);
        var indicator = Indicator.Define("訪問した割合", "%", IndicatorKind.Outcome);
        indicator.UseFor(own.Id, 1);
        indicator.Measure(new(2024), 84.2m, ActualStatus.Final);
        indicator.Aim(new(2030), 95m, new(2026, 4, 1), null);
        db.AddRange(plan, edition, policy, other, measure, basic, own, others, indicator);
        await db.SaveChangesAsync();
        return new(own, others, plan, [policy, other, measure, basic], indicator);
    }
}

internal static class Answers
{
    /// <summary>Answers whose names have dots.</summary>
    public static Dictionary<string, object?> Of(params (string Name, object? Value)[] answers) => answers.ToDictionary(a => a.Name, a => a.Value);
}
