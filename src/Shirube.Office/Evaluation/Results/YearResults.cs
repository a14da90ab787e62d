using Shirube.Domain.Evaluation;
using Shirube.Files.Tables;

namespace Shirube.Office.Evaluation;

/// <summary>A round against the one before it, where stages differ, and what became of promised improvements.</summary>
internal static class YearResults
{
    private static readonly (QuestionRole Role, string Name)[] Compared = [(QuestionRole.Direction, "方向性"), (QuestionRole.Result, "成果"), (QuestionRole.Cost, "コスト")];

    public static IEnumerable<ResultTable> Of(RoundResults results) => [.. results.LastTimes.SelectMany(t => new[] { Changes(results, t), Changed(results, t) }), Differences(results), FollowUps(results), Improvements(results)];

    private static Verdict LastOf(LastTime time, JudgedSheet sheet) => time.Said.GetValueOrDefault(sheet.Subject)?.Direction ?? Verdict.NotReported;

    private static ResultTable Changes(RoundResults results, LastTime time)
    {
        var pairs = results.Sheets.Select(s => (Row: LastOf(time, s), Column: s.Said.Standing(QuestionRole.Direction))).ToList();
        return ResultTables.Cross($"changes{time.Mark.Key}", $"方向性の移り変わり{time.Mark.Title}", $"{time.Year.Era}＼{results.Round.Year.Era}", CrossTally.Of(pairs), results.Choices(QuestionRole.Direction, pairs.Select(p => p.Row)), results.Choices(QuestionRole.Direction, pairs.Select(p => p.Column)),
            "縦が「" + time.Name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) + "」の結論、横が今回の結論です。表のほかに、どちらかの答えがないもの{0}枚、どちらかが未提出か、前回の評価がないもの{1}枚があります。");
    }

    private static ResultTable Changed(RoundResults results, LastTime time) =>
        new($"changed{time.Mark.Key}", $"方向性が変わったもの{time.Mark.Title}", [ResultTable.Text("対象"), ResultTable.Text("部課"), ResultTable.Text(time.Year.Era), ResultTable.Text(results.Round.Year.Era)],
            [.. results.Sheets.Select(s => (Sheet: s, Last: LastOf(time, s).Choice, Now: s.Said.Standing(QuestionRole.Direction).Choice)).Where(c => c is { Last: not null, Now: not null } && c.Last != c.Now).Select(c => Row(c.Sheet, c.Sheet.Name, results.DepartmentOf(c.Sheet), c.Last, c.Now))],
            "前回と今回の両方に結論があり、違うものです。") { Empty = "前回と方向性が変わったものはありません。" };

    private static ResultTable Differences(RoundResults results)
    {
        var stages = results.Round.InOrder.ToList();
        return new("differences", "段階で答えが違うもの", [ResultTable.Text("対象"), ResultTable.Text("部課"), ResultTable.Text("設問"), .. stages.Select(s => ResultTable.Text(s.Name))],
            [.. results.Sheets.SelectMany(s => Compared.Where(c => s.Said.Differs(c.Role)).Select(c => Row(s, [s.Name, results.DepartmentOf(s), c.Name, .. stages.Select(t => (object?)WordsOf(s.Said.At(t.Order, c.Role)))])))],
            "提出された段階どうしで、選んだものが違うシートです。") { Empty = "段階で答えが違うものはありません。" };
    }

    // why: where both sources of a year promise something, both are shown.
    private static string? Promised(RoundResults results, JudgedSheet sheet) =>
        results.LastTimes.Select(t => t.Said.GetValueOrDefault(sheet.Subject)?.Improvement).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } said ? string.Join('\n', said) : null;

    private static ResultTable FollowUps(RoundResults results)
    {
        var followed = results.Sheets.Where(s => Promised(results, s) is not null || s.Said.Standing(QuestionRole.FollowUp).Choice is not null).ToList();
        var choices = results.Choices(QuestionRole.FollowUp, followed.Select(s => s.Said.Standing(QuestionRole.FollowUp)));
        var rows = followed.GroupBy(s => s.Owner).Select(g => (Name: results.DepartmentOf(g.First()), None: g.Key is null, Tally: Tally(g))).OrderBy(d => d.None).ThenBy(d => d.Name, StringComparer.Ordinal).Select(d => ResultRow.Of([d.Name, .. ResultTables.Counts(d.Tally, choices)])).ToList();
        if (rows.Count > 0)
            rows.Add(ResultRow.Total(["計", .. ResultTables.Counts(Tally(followed), choices)]));
        return new("followups", "前回決めた改善の実施状況", [ResultTable.Text("部課"), .. ResultTables.Counted(choices)], rows, "前回の評価で改善を決めたシートと、今回、改善の実施状況に答えたシートを数えています。") { Empty = "前回決めた改善のあるシートはありません。" };

        static Tally Tally(IEnumerable<JudgedSheet> sheets) => Domain.Evaluation.Tally.Of(sheets.Select(s => s.Said.Standing(QuestionRole.FollowUp)));
    }

    private static ResultTable Improvements(RoundResults results) =>
        new("improvements", "改善の取組", [ResultTable.Text("対象"), ResultTable.Text("部課"), ResultTable.Text("前回決めた改善"), ResultTable.Text("今回の実施状況"), ResultTable.Text("今回決めた改善")],
            [.. results.Sheets.Select(s => (Sheet: s, Promised: Promised(results, s), Now: s.Words(QuestionRole.Improvement), Done: s.Words(QuestionRole.FollowUp))).Where(i => (i.Promised ?? i.Now ?? i.Done) is not null)
                .Select(i => Row(i.Sheet, i.Sheet.Name, results.DepartmentOf(i.Sheet), i.Promised ?? "なし", i.Done ?? Silence(i.Sheet), i.Now ?? Silence(i.Sheet)))],
            "前回決めた改善の横に、今回のシートの実施状況を並べています。") { Empty = "改善の取組を書いたシートはありません。" };

    private static string Silence(JudgedSheet sheet) => sheet.IsReported ? "答えなし" : ResultTables.Unreported;

    private static string WordsOf(Verdict? verdict) => verdict switch
    {
        null => "対象外",
        { Choice: { } choice } => choice,
        { State: VerdictState.NotAnswered } => "答えなし",
        _ => ResultTables.Unreported,
    };

    private static ResultRow Row(JudgedSheet sheet, params object?[] values) => new(RowKind.Row, ResultRow.Plain(values), $"~/sheets/{sheet.Key}");
}
