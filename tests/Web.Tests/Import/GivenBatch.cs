using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Files.Import;
using Shirube.Office.Projects.Import;

namespace Web.Tests.Import;

internal static class GivenBatch
{
    public static readonly FiscalYear R6 = new(2024);
    public static readonly Occasion Today = new(null, new(2025, 5, 1, 0, 0, 0, DateTimeKind.Utc), new(2025, 5, 1));

    public static ImportBatch Of(params ImportedProject[] projects) => new(
        "事業.xlsx", "00", ["Sheet1"], projects.Length, 0, ["政策", "施策"],
        [new("1", null, "政策", "1", "くらし"), new("1/1-1", "1", "施策", "1-1", "子育て")], projects, []);

    public static ImportedProject Project(
        string? number = "101", string name = "産後ケア事業", string outline = "助産師が訪ねる", long total = 18_000_000, decimal visits = 120, string? intent = "安心する", string direction = "継続", int row = 3) => new(
        new("Sheet1", row), number, name, new(2025), ["健康福祉部", "こども家庭課"], "1/1-1", "一般", false, "母子保健法", true, false,
        new(PeriodKind.Repeated, new(2019), null, "令和元年度~"), new(outline, null, null, "産後1年の母子", intent, null), "職員001",
        [new("一般", "3", "2", "1", "産後ケア")],
        [new(R6, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(total))), new(R6, MoneyStage.Settled, MoneyKind.General, Figure.Of(new(total))), new(R6, MoneyStage.Settled, MoneyKind.Bond, Figure.None(Absence.Dash))],
        [new(R6, MoneyStage.Settled, null, 520.5m, null)],
        [new("活動1", 1, IndicatorKind.Activity, "訪問回数", "回", [new(R6, visits, ActualStatus.Final, null)], [new(new(2025), 130, null)])],
        new(new(2025), [new(1, EvaluationStage.Self, "方向性", direction, "必要なため"), new(1, EvaluationStage.Manager, "方向性", "継続", null)]));

    public static TakenIn TakeIn(this Holdings holdings, params ImportedProject[] projects) => Shirube.Office.Projects.Import.TakeIn.Of(Of(projects), holdings, Today);

    /// <summary>What the municipality has after a file was taken in and saved.</summary>
    public static Holdings After(this Holdings before, TakenIn taken)
    {
        IReadOnlyList<T> All<T>(IReadOnlyList<T> old) where T : class => [.. old, .. taken.Things.Where(t => t.IsNew).Select(t => t.Thing).OfType<T>()];
        var memory = before.Memory.ToDictionary();
        foreach (var thing in taken.Things.Where(t => t.IsWorthRemembering))
            memory[(thing.Kind, thing.Identity)] = new(thing.Identity, thing.Id, thing.Merge.Memory, Today.AtUtc);
        return new(All(before.Departments), All<Plan>(before.Plans), All(before.Editions), All(before.Items), All(before.Projects), All(before.Indicators), All(before.Evaluations), memory);
    }

    public static Holdings Having(params ImportedProject[] projects) => Holdings.None.After(Holdings.None.TakeIn(projects));
}
