using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>An invented project with its indicators and its evaluation.</summary>
internal sealed record LargeProject(Project Project, IReadOnlyList<Indicator> Indicators, EvaluationFact? Evaluation)
{
    public IEnumerable<Aggregate> All => Evaluation is null ? [Project, .. Indicators] : [Project, .. Indicators, Evaluation];
}

/// <summary>The invented projects one after the other, always the same ones.</summary>
internal sealed class LargeProjects(SampleSize size, LargeOffice office, PlanDraft plan)
{
    private static readonly string[] Classes = ["一般", "補助金等", "施設管理", "施設整備", "内部事務"];
    private static readonly FiscalYear Evaluated = new(2026);
    private readonly List<PlanItem> places = [.. plan.ItemsOf(2)];

    public IEnumerable<LargeProject> All()
    {
        for (var i = 0; i < size.Projects; i++)
        {
            var project = Start(i);
            yield return new(project, [.. IndicatorsOf(project, i)], i % 2 == 0 ? Judge(project, i) : null);
        }
    }

    private Project Start(int i)
    {
        var words = new LargeWords(i);
        var project = Project.Start($"S{i + 1:0000}", Sample.Mark(words.Name), isSample: true);
        project.Classify(Classes[i % Classes.Length], isStatutory: i % 7 == 0, i % 7 == 0 ? "関係する法律と条例(サンプル)" : null, i % 5 < 2, i % 16 == 0);
        project.Schedule(i % 4 == 3 ? new(PeriodKind.Limited, new(2022), new(2026 + i % 4), null) : new(PeriodKind.Repeated, new(1990 + i % 30), null, null));
        project.Describe(words.Text);
        var section = office.Sections[i % office.Sections.Count];
        project.HandTo(section.Id, LargeMoney.First);
        if (i % 10 == 6)
            project.HandTo(office.Sections[(i + 1) % office.Sections.Count].Id, new(2025));
        project.PlaceUnder(plan.Plan.Id, places[i * 7 % places.Count].Key);
        if (i % 12 == 5)
            project.AlsoPlaceUnder(plan.Plan.Id, places[(i * 7 + 3) % places.Count].Key);
        project.Budget([new("01", $"{2 + i % 9:00}", $"{1 + i % 4:00}", $"{1 + i % 6:00}", $"{i + 1:0000}")]);
        LargeMoney.Record(project, i);
        return project;
    }

    // why: every project has one indicator; the rest go to every second, third … project until there are enough.
    private IEnumerable<Indicator> IndicatorsOf(Project project, int i)
    {
        var here = size.Indicators * (i + 1) / size.Projects - size.Indicators * i / size.Projects;
        for (var n = 0; n < here; n++)
            yield return Count(project, i, n);
    }

    private Indicator Count(Project project, int i, int n)
    {
        var words = new LargeWords(i);
        var outcome = n == 0;
        var indicator = Indicator.Define(Sample.Mark(outcome ? words.Outcome : words.Activity), outcome ? "%" : "件", outcome ? IndicatorKind.Outcome : IndicatorKind.Activity, "大きさを試していただくための架空の値です。", isSample: true);
        for (var y = 0; y < 6; y++)
            if (i % 17 == 4 && y == 5)
                indicator.Measure(LargeMoney.First + y, null, ActualStatus.NotKnown);
            else
                indicator.Measure(LargeMoney.First + y, outcome ? 40 + (i * 13 + y * 7) % 550 / 10m : 20 + (i * 31 + y * 11) % 900, ActualStatus.Final);
        indicator.Aim(new(2027), outcome ? 60 + i * 3 % 40 : 500 + i % 500, new(2022, 3, 1), null);
        indicator.UseFor(project.Id, n + 1);
        if (outcome && i < places.Count)
            indicator.UseFor(plan.Plan.Id, places[i * 7 % places.Count].Key, 1);
        return indicator;
    }

    private static EvaluationFact Judge(Project project, int i)
    {
        var direction = i % 5 == 4 ? "改善" : i % 11 == 3 ? "拡充" : "継続";
        var fact = EvaluationFact.Of(project.Id, Evaluated);
        fact.Answer(1, EvaluationStage.Self, "目的の妥当性", "妥当である", "市が行う必要があります。(サンプル)");
        fact.Answer(2, EvaluationStage.Self, "有効性", i % 3 == 0 ? "一部に課題がある" : "成果が上がっている", "前の年より利用が増えました。(サンプル)");
        fact.Answer(3, EvaluationStage.Self, "効率性", i % 5 == 0 ? "改善の余地がある" : "適切である", null);
        fact.Answer(4, EvaluationStage.Self, "今後の方向性", direction, null);
        fact.Answer(5, EvaluationStage.Manager, "今後の方向性", i % 10 == 2 ? "改善" : direction, Sample.Mark("周知の方法を見直すこと。"));
        return fact;
    }
}
