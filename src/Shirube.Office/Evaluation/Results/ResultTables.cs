using Shirube.Domain.Evaluation;
using Shirube.Files.Tables;

namespace Shirube.Office.Evaluation;

/// <summary>The tables of a round's results: directions by stage, department and plan item, 成果 × コスト, this year against last.</summary>
internal static class ResultTables
{
    public const string Unreported = "未提出";
    private const string Unanswered = "答えなし";
    private const string HowCounted = "「いまの結論」は、提出された段階のうち、最後に答えた段階の答えです。未提出のシートは、どの答えにも数えていません。";

    public static IReadOnlyList<ResultTable> Of(RoundResults results)
    {
        var directions = results.Choices(QuestionRole.Direction, results.Sheets.SelectMany(s => s.Said.Stages.Select(t => t.Of(QuestionRole.Direction))));
        return [ByStage(results, directions), Matrix(results), ByDepartment(results, directions), .. results.Sheets.All(s => s.Project is null) ? [] : new[] { ItemResults.Of(results, directions) }, .. YearResults.Of(results)];
    }

    internal static IEnumerable<TableColumn> Counted(IEnumerable<string> choices) => [.. choices.Select(ResultTable.Whole), ResultTable.Whole(Unanswered), ResultTable.Whole(Unreported), ResultTable.Whole("計")];

    internal static IEnumerable<object?> Counts(Tally tally, IEnumerable<string> choices) => [.. choices.Select(c => (object?)tally.Count(c)), tally.All == tally.NotReported ? null : tally.NotAnswered, tally.NotReported, tally.All];

    internal static Tally Standing(IEnumerable<JudgedSheet> sheets) => Tally.Of(sheets.Select(s => s.Said.Standing(QuestionRole.Direction)));

    private static ResultTable ByStage(RoundResults results, IReadOnlyList<string> directions)
    {
        var stages = results.Round.InOrder.Select(s => (s.Name, Said: results.Sheets.Select(r => r.Said.At(s.Order, QuestionRole.Direction)).OfType<Verdict>().ToList())).Where(s => s.Said.Count > 0);
        var rows = stages.Select(s => ResultRow.Of([s.Name, .. Counts(Tally.Of(s.Said), directions)])).ToList();
        if (rows.Count > 0)
            rows.Add(ResultRow.Total(["いまの結論", .. Counts(Standing(results.Sheets), directions)]));
        return new("stages", "方向性(段階ごと)", [ResultTable.Text("段階"), .. Counted(directions)], rows, $"{HowCounted}段階の対象でないシートは、その段階の行に入っていません。");
    }

    private static ResultTable Matrix(RoundResults results)
    {
        var pairs = results.Sheets.Select(s => (Row: s.Said.Standing(QuestionRole.Result), Column: s.Said.Standing(QuestionRole.Cost))).ToList();
        return Cross("matrix", "成果とコスト", "成果＼コスト", CrossTally.Of(pairs), results.Choices(QuestionRole.Result, pairs.Select(p => p.Row)), results.Choices(QuestionRole.Cost, pairs.Select(p => p.Column)), "表のほかに、成果かコストの答えがないもの{0}枚、未提出のもの{1}枚があります。") with { Empty = "この評価の様式には、成果とコストの両方を選ぶ設問がありません。" };
    }

    /// <param name="rest">What stands in no cell, with places for the two counts.</param>
    internal static ResultTable Cross(string key, string title, string corner, CrossTally tally, IReadOnlyList<string> rows, IReadOnlyList<string> columns, string rest)
    {
        var lines = rows.Count == 0 || columns.Count == 0 ? [] : rows.Select(r => ResultRow.Of([r, .. columns.Select(c => (object?)tally.Count(r, c)), tally.RowTotal(r)])).Append(ResultRow.Total(["計", .. columns.Select(c => (object?)tally.ColumnTotal(c)), tally.Said])).ToList();
        return new(key, title, [ResultTable.Text(corner), .. columns.Select(ResultTable.Whole), ResultTable.Whole("計")], lines, string.Format(System.Globalization.CultureInfo.InvariantCulture, rest, tally.NotAnswered.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), tally.NotReported.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static ResultTable ByDepartment(RoundResults results, IReadOnlyList<string> directions)
    {
        var rows = results.Sheets.GroupBy(s => s.Owner).Select(g => (Name: results.DepartmentOf(g.First()), None: g.Key is null, Tally: Standing(g))).OrderBy(d => d.None).ThenBy(d => d.Name, StringComparer.Ordinal).Select(d => ResultRow.Of([d.Name, .. Counts(d.Tally, directions)])).ToList();
        if (rows.Count > 0)
            rows.Add(ResultRow.Total(["計", .. Counts(Standing(results.Sheets), directions)]));
        return new("departments", "方向性(部課ごと)", [ResultTable.Text("部課"), .. Counted(directions)], rows, HowCounted);
    }
}
