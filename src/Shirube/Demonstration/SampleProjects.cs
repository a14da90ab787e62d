using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>The invented projects with their money, staff, indicators and evaluations.</summary>
internal sealed class SampleProjects
{
    private static readonly FiscalYear R4 = new(2022);
    private static readonly FiscalYear R6 = new(2024);
    private static readonly FiscalYear R7 = new(2025);
    private static readonly FiscalYear R8 = new(2026);
    private readonly SampleDepartments departments;
    private readonly PlanDraft current;
    private readonly PlanDraft next;
    private readonly List<Project> projects = [];
    private readonly List<Indicator> indicators = [];
    private readonly List<EvaluationFact> evaluations = [];

    public SampleProjects(SampleDepartments departments, PlanDraft current, PlanDraft next)
    {
        this.departments = departments;
        this.current = current;
        this.next = next;
        foreach (var measure in SampleRow.All().GroupBy(r => r.Measure))
            foreach (var (row, place) in measure.Select((r, i) => (r, i + 1)))
                Start(row, place);
    }

    public IReadOnlyList<Project> Projects => projects;
    public IReadOnlyList<Indicator> Indicators => indicators;
    public IReadOnlyList<EvaluationFact> Evaluations => evaluations;

    private void Start(SampleRow row, int place)
    {
        var project = Project.Start($"S{row.Measure.Replace("-", "")}{place:00}", Sample.Mark(row.Name), isSample: true);
        project.Classify(row.Class, isStatutory: row.Index % 9 == 0, row.Index % 9 == 0 ? "関係する法律と条例(サンプル)" : null, row.Class == "施設整備" || row.Index % 3 == 0, row.Measure[0] is '1' or '5');
        project.Schedule(PeriodOf(row));
        project.Describe(new(row.Means, row.Means, row.Index % 3 != 0 ? $"{row.Means}(前の年と同じ内容で続ける)" : null, row.Target, row.Intent, $"{row.Outcome.Name}の向上"));
        project.HandTo(departments[row.Department].Id, R4);
        project.PlaceUnder(current.Plan.Id, current[row.Measure].Key);
        if (NextPlaces.TryGetValue(row.Measure, out var code))
            project.PlaceUnder(next.Plan.Id, next[code].Key);
        project.Budget(LinesOf(row, place));
        SampleMoney.Record(project, row, R6, R7, R8);
        projects.Add(project);
        indicators.AddRange([Count(project, row), Aim(project, row, place)]);
        if (Judge(project, row) is { } evaluation)
            evaluations.Add(evaluation);
    }

    private static readonly Dictionary<string, string> NextPlaces = new()
    {
        ["1-1"] = "A-1", ["1-2"] = "A-1", ["2-1"] = "A-2", ["2-2"] = "A-2", ["3-1"] = "A-3", ["4-1"] = "B-1", ["4-2"] = "B-1",
        ["5-1"] = "B-2", ["5-3"] = "B-2", ["7-1"] = "C-1", ["6-1"] = "C-2", ["8-3"] = "C-2", ["8-2"] = "C-3",
    };

    private static ProjectPeriod PeriodOf(SampleRow row) => row.Class switch
    {
        "施設整備" => new(PeriodKind.Limited, R4, new(2028), "令和4年度～令和10年度"),
        _ when row.Percents[^1] == "0" => new(PeriodKind.Limited, new(2023), R7, "令和5年度～令和7年度"),
        _ => new(PeriodKind.Repeated, new(2008 + row.Index % 14), null, null),
    };

    private static List<BudgetCode> LinesOf(SampleRow row, int place)
    {
        var policy = row.Measure[0] - '1';
        string[] categories = ["03", "04", "10", "06", "07", "08", "09", "02"];
        var line = new BudgetCode("01", categories[policy], "01", $"0{row.Measure[2]}", $"{row.Index + 1:000}");
        return place == 2 ? [line, line with { SubItem = "09", Line = $"{row.Index + 101:000}" }] : [line];
    }

    private static Indicator Count(Project project, SampleRow row)
    {
        var indicator = Define(project, row.Activity, IndicatorKind.Activity, place: 1);
        if (MeasuredInR7(row) && row.Activity.Values is [.., _, { } planned] and { Count: > 3 })
            indicator.Measure(R7, planned, ActualStatus.Final);
        indicator.AssessBy(new(IndicatorType.RatioUp));
        if (row.Activity.Values.Count > 3)
            indicator.Aim(R7, row.Activity.Values[3], new(2025, 3, 1), null);
        return indicator;
    }

    private Indicator Aim(Project project, SampleRow row, int place)
    {
        var indicator = Define(project, row.Outcome, IndicatorKind.Outcome, place: 2);
        if (MeasuredInR7(row) && row.Outcome.Values is [_, { } before, { } last, ..])
            indicator.Measure(R7, GoneOn(before, last, row), ActualStatus.Final);
        if (row.Outcome.Target is { } target)
        {
            if (row.Outcome.Values[0] is { } baseline && baseline != target)
                indicator.AssessBy(new(IndicatorType.Progress, R4, baseline));
            if (row.Index % 9 == 4 && row.Outcome.Values[0] is { } start)
                indicator.Aim(R8, Math.Round((start + target) / 2, 1), new(2022, 3, 1), "後期基本計画の策定時に設定(サンプル)");
            indicator.Aim(R8, target, new(2024, 3, 1), row.Index % 9 == 4 ? "実績が見込みを上回ったため見直し(サンプル)" : null);
        }
        if (place == 1)
            indicator.UseFor(current.Plan.Id, current[row.Measure].Key, 1);
        return indicator;
    }

    // why: a city that has asked for a year's values has most of them, not all.
    private static bool MeasuredInR7(SampleRow row) => row.Index % 5 is 0 or 2 or 3;

    // why: three quarters of the last step, kept to the decimals of the series and within a share of the whole.
    private static decimal GoneOn(decimal before, decimal last, SampleRow row)
    {
        var further = Math.Round(last + (last - before) * 3 / 4, Math.Max(before.Scale, last.Scale));
        return Math.Max(0, row.Outcome.Unit == "%" ? Math.Min(100, further) : further);
    }

    private static Indicator Define(Project project, SampleSeries series, IndicatorKind kind, int place)
    {
        var indicator = Indicator.Define(Sample.Mark(series.Name), series.Unit, kind, "使い方を見ていただくための架空の値です。", isSample: true);
        foreach (var (value, i) in series.Values.Take(3).Select((v, i) => (v, i)))
            indicator.Measure(R4 + i, value, value is null ? ActualStatus.NotKnown : ActualStatus.Final);
        indicator.UseFor(project.Id, place);
        return indicator;
    }

    private static EvaluationFact? Judge(Project project, SampleRow row)
    {
        if (row.Opinion is null && row.Index % 2 == 1)
            return null;
        var fact = EvaluationFact.Of(project.Id, R7);
        var measured = row.Outcome.Values[2] is { } value ? $"「{row.Outcome.Name}」は令和6年度に{value}{row.Outcome.Unit}でした。" : $"「{row.Outcome.Name}」の令和6年度の値は、まだ把握できていません。";
        fact.Answer(1, EvaluationStage.Self, "目的の妥当性", "妥当である", $"{row.Target}を対象に、市が行う必要があります。(サンプル)");
        fact.Answer(2, EvaluationStage.Self, "有効性", row.Direction is "改善" ? "一部に課題がある" : "成果が上がっている", $"{measured}(サンプル)");
        fact.Answer(3, EvaluationStage.Self, "効率性", row.Index % 5 == 0 ? "改善の余地がある" : "適切である", null);
        fact.Answer(4, EvaluationStage.Self, "今後の方向性", row.Direction, null);
        // why: in real evaluations the manager judges otherwise in about one of ten.
        fact.Answer(5, EvaluationStage.Manager, "今後の方向性", row.Index % 10 == 2 ? "改善" : row.Direction, row.Opinion is { } opinion ? Sample.Mark(opinion) : null);
        return fact;
    }
}
