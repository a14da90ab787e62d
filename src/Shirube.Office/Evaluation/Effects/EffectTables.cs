using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;
using Shirube.Files.Tables;
using Shirube.Office.Links;
using Shirube.Office.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>The tables of 総合戦略の効果検証: goals with counts, indicators, and the projects that serve each goal.</summary>
internal static class EffectTables
{
    private static readonly GoalStanding[] Standings = Enum.GetValues<GoalStanding>();

    public static IReadOnlyList<ResultTable> Of(StrategyEffects effects) => effects.Items.Count == 0 ? [] : [Goals(effects), Kpis(effects), Projects(effects)];

    public static string Word(GoalStanding standing) => standing switch
    {
        GoalStanding.Reached => "達成",
        GoalStanding.OnTheWay => "進行中",
        GoalStanding.NotReached => "未達成",
        _ => "不明",
    };

    private static ResultTable Goals(StrategyEffects effects)
    {
        var directions = effects.Results.Choices(QuestionRole.Direction, effects.Projects.Values.Select(p => p.Of(QuestionRole.Direction)));
        var rows = effects.Items.Select(i => Line(RowKind.Row, new string('\u3000', i.Level - 1) + i.Name, $"~/plans/{i.PlanKey}/{i.Key}", effects.Indicators.Where(k => k.Item == i), effects.Of(i)))
            .Append(Line(RowKind.Total, "計(1つの事業・指標は1回)", null, effects.Indicators, effects.All)).ToList();
        return new("goals", "基本目標と施策ごと", [ResultTable.Text("項目"), .. Standings.Select(s => ResultTable.Whole($"指標 {Word(s)}")), ResultTable.Whole("事業"), ResultTable.Whole($"{effects.Results.Round.Judged.Era}の事業費(円)"), ResultTable.Whole("額の登録なし"), .. directions.Select(ResultTable.Whole), ResultTable.Whole("答えなし"), ResultTable.Whole(ResultTables.Unreported), ResultTable.Whole("シートなし")], rows,
            "事業は、項目かその下に位置づけたものと、つながりのあるほかの計画の項目の下のものです。1つの事業は項目ごとに1回だけ数え、上の項目の数は下の項目の和と違うことがあります。指標は、その項目のものと、つながりのあるほかの計画の項目(その下も)のものです。事業費は、評価する年度のいちばん後の段階(決算があれば決算)の額で、登録のないものは足していません。方向性は、提出された段階のうち最後に答えた段階の答えです。");

        ResultRow Line(RowKind kind, string name, string? address, IEnumerable<EffectIndicator> indicators, IReadOnlyCollection<ProjectId> projects)
        {
            var (own, served, cost) = (indicators.DistinctBy(i => i.Key).ToList(), projects.Select(p => effects.Projects[p]).ToList(), effects.Results.Costs.Of(projects));
            var said = Tally.Of(served.Where(p => p.Sheet is not null).Select(p => p.Of(QuestionRole.Direction)));
            return new(kind, ResultRow.Plain([name, .. Standings.Select(s => (object?)own.Count(i => i.Standing == s)), cost.Projects, cost.Amount?.Value, cost.Unknown, .. ResultTables.Counts(said, directions).SkipLast(1), served.Count(p => p.Sheet is null)]), address);
        }
    }

    private static ResultTable Kpis(StrategyEffects effects) =>
        new("indicators", "指標", [ResultTable.Text("指標"), ResultTable.Text("項目"), ResultTable.Text("指標のある項目"), ResultTable.Text("基準"), ResultTable.Text("目標"), ResultTable.Text($"{effects.Results.Round.Judged.Era}の実績"), ResultTable.Text("達成率"), ResultTable.Text("判定"), ResultTable.Text("到達"), ResultTable.Text("求め方")],
            [.. effects.Indicators.Select(i => new ResultRow(RowKind.Row, [i.Indicator.Name, i.Item.Name, i.Home == i.Item ? "同じ項目" : $"{i.Home.Name}({i.Home.PlanName})", BaselineOf(i.Indicator), TargetOf(i), ActualOf(i), RateOf(i), i.Assessed?.Result.Grade?.Label ?? "–", Word(i.Standing), RuleOf(i)], $"~/indicators/{i.Key}"))],
            "「達成」は、その年度の目標(年度の目標がないものと累計・進捗のものは、最後の年度の目標)に届いたもの、「進行中」は、目標の年度がまだ先で、目標に近づいているものです。実績・目標・求め方のないものは「不明」に数え、0とは数えていません。") { Empty = "この総合戦略の項目にも、つながりのある項目にも、指標はまだありません。" };

    private static ResultTable Projects(StrategyEffects effects)
    {
        var homes = effects.Results.Trees.Serving.Homes([.. effects.Items.Select(LinkedTrees.Of)]);
        var rows = from item in effects.Items
                   from project in effects.Projects.Where(p => homes[p.Key].Contains(LinkedTrees.Of(item))).OrderBy(p => p.Value.Name, StringComparer.Ordinal)
                   select ProjectRow(effects, item, project.Key, project.Value);
        return new("projects", "つながる事務事業", [ResultTable.Text("事務事業"), ResultTable.Text("項目"), ResultTable.Text("部課"), ResultTable.Text("今後の方向性"), ResultTable.Text("成果"), ResultTable.Whole($"{effects.Results.Round.Judged.Era}の事業費(円)")], [.. rows],
            "2つ以上の項目につながる事務事業は、項目ごとに並びます。合計は「基本目標と施策ごと」の表で、1回だけ数えています。") { Empty = "この総合戦略につながる事務事業はまだありません。" };
    }

    private static ResultRow ProjectRow(StrategyEffects effects, PlanPlaces.Place item, ProjectId id, EffectProject project) =>
        new(RowKind.Row, ResultRow.Plain([project.Name, item.Name, project.Sheet is { } sheet ? effects.Results.DepartmentOf(sheet) : "–", Said(project, QuestionRole.Direction), Said(project, QuestionRole.Result), effects.Results.Costs.Of([id]).Amount?.Value]), project.Sheet is { } own ? $"~/sheets/{own.Key}" : $"~/projects/{project.Key}");

    private static string Said(EffectProject project, QuestionRole role) => project.Sheet is null ? "シートなし" : project.Of(role) switch { { Choice: { } choice } => choice, { State: VerdictState.NotAnswered } => "答えなし", _ => ResultTables.Unreported };

    private static string BaselineOf(Indicator indicator) => indicator.Baseline is { } value ? $"{Format.WithUnit(value, indicator.Unit)}{(indicator.BaselineYear is { } year ? $"({year.Era})" : "")}" : "登録なし";

    private static string TargetOf(EffectIndicator i) => i.Target is not { } target ? "登録なし" : $"{target.AsWritten ?? (target.Value is { } value ? Format.WithUnit(value, i.Indicator.Unit) : "登録なし")}({target.FiscalYear.Era})";

    private static string ActualOf(EffectIndicator i) => i.Actual switch
    {
        null => "登録なし",
        { Value: { } value, Status: ActualStatus.Preliminary or ActualStatus.Estimated } actual => $"{Format.WithUnit(value, i.Indicator.Unit)}({Names.Of(actual.Status)})",
        { Value: { } value } => Format.WithUnit(value, i.Indicator.Unit),
        { } actual => actual.AsWritten ?? Names.Of(actual.Status),
    };

    private static string RateOf(EffectIndicator i) => i.Assessed is null ? "求め方なし" : i.Assessed.Result.Rate.Percent is { } rate ? Format.Percent(rate) : "算定不可";

    private static string RuleOf(EffectIndicator i) => i.Assessed is { } assessed ? AssessmentWords.Rule(assessed, i.Indicator.Unit) : i.Indicator.Type is null ? "達成率の求め方が選ばれていません。" : "基準の年度より前なので、判定しません。";
}
