using Shirube.Domain.Evaluation;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>評価結果一覧 of a report: each project or item with its cost and what each stage decided, by department.</summary>
internal static class VerdictBlocks
{
    private const string None = "答えなし";

    public static IEnumerable<BookBlock> Of(PrintedRound round)
    {
        yield return new BookHeading(1, "評価結果一覧", "list");
        if (round.Sheets.Count == 0)
        {
            yield return new BookText("該当するシートはありません。");
            yield break;
        }

        var stages = round.Round.InOrder.Where(s => round.Sheets.Any(sheet => sheet.Said.At(s.Order, QuestionRole.Direction) is { State: not VerdictState.NotReported } || sheet.Questions.Any(q => q.Role == QuestionRole.Direction && sheet.Sheet.Stages.Any(t => t.RoundStage == s.Order && q.Stages.Contains(t.Stage))))).ToList();
        var widths = new[] { 34, 19 }.Concat(stages.Select(_ => 14)).Concat([11, 11]).ToList();
        yield return new BookText($"事業費は{round.Round.Judged.Era}のいちばん後の段階(決算があれば決算)の額で、単位は円です。方向性は、段階ごとの答えです。{PaperWords.HowToRead}", BookTextKind.Note);
        yield return new BookTable(widths,
        [
            PaperWords.Head(["対象", "事業費", .. stages.Select(s => $"方向性\n({s.Name})"), "成果", "コスト"]),
            .. round.ByDepartment.SelectMany(d => d.Select(s => RowOf(s, stages)).Prepend(new([new($"{d.First().DepartmentName}({d.Count():#,0}件)", CellLook.Total, columns: widths.Count)]) { KeepsWithNext = true })),
        ]);
    }

    private static BookRow RowOf(PrintedSheet sheet, IReadOnlyList<RoundStage> stages)
    {
        var said = sheet.Said;
        return new([new(sheet.Title), new(PaperWords.Yen(sheet.CostIn(sheet.Round.Judged).Amount), CellLook.Number), .. stages.Select(s => new BookCell(WordsOf(said.At(s.Order, QuestionRole.Direction)))), new(WordsOf(said.Standing(QuestionRole.Result))), new(WordsOf(said.Standing(QuestionRole.Cost)))]);
    }

    public static string WordsOf(Verdict? verdict) => verdict switch
    {
        null => PaperWords.NotChosen,
        { Choice: { } choice } => choice,
        { State: VerdictState.NotAnswered } => None,
        _ => PaperWords.NotSubmitted,
    };
}
