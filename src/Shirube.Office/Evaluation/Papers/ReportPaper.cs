using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>評価結果報告書: what was evaluated and how, what came out by direction, department and plan item, against last year, and the verdict on each.</summary>
internal static class ReportPaper
{
    public const string Title = "評価結果報告書";

    public static async Task<BookPaper> Of(OfficeDb db, PrintedRound round) =>
        new(Title, round.Order.Municipality, PaperWords.Running(round, Title), [.. PaperWords.Cover(round)],
            [.. Overview(round), .. await Results(db, round, ofItems: false), .. await Results(db, round, ofItems: true), .. VerdictBlocks.Of(round)]);

    private static IEnumerable<BookBlock> Overview(PrintedRound round)
    {
        var (own, sheets) = (round.Round, round.Sheets);
        yield return new BookHeading(1, "評価の概要", "overview");
        if (own.Explanation is { } explanation && round.For == PaperFor.Office)
            yield return new BookText(explanation);
        yield return new BookTable([22, 78],
        [
            PaperWords.Pair("評価の名前", own.Name),
            PaperWords.Pair("評価する年度", $"{own.Year.Era}({own.Judged.Era}{(own.Use == FormUse.ExAnte ? "に始めるもの" : "の実績")}、{FormWords.Of(own.Use)})"),
            PaperWords.Pair("対象", string.Join("、", new[] { ("事務事業", sheets.Count(s => s.Item is null)), ("計画の項目", sheets.Count(s => s.Item is not null)) }.Where(t => t.Item2 > 0).Select(t => $"{t.Item1}{t.Item2:#,0}件").DefaultIfEmpty("なし"))),
            PaperWords.Pair("様式", string.Join('\n', sheets.GroupBy(s => s.Form.Name).Select(f => $"{f.Key} {f.Count():#,0}件"))),
            PaperWords.Pair("提出", $"提出されたもの{sheets.Count(s => s.IsReported):#,0}件、未提出{sheets.Count(s => !s.IsReported):#,0}件"),
            PaperWords.Pair("締め切り", own.Closed is { } closed ? Format.Day(Tokyo.DayOf(closed.AtUtc)) : $"まだ({Format.Day(round.Day)}現在)"),
        ]);
        yield return new BookText("評価の進め方", BookTextKind.Caption);
        yield return new BookTable([19, 25, 19, 21, 16],
        [
            PaperWords.Head("段階", "答える人", "始まり", "期限", "提出された数"),
            .. own.InOrder.Select(s => new BookRow([new($"{s.Order}. {s.Name}", CellLook.Head), new($"{RoundWords.Of(s.Actor)}{(s.Scope == StageScope.All ? "" : $"\n({RoundWords.Of(s.Scope)})")}"), new(s.OpensOn is { } opens ? Format.Day(opens) : "前の段階のあと"), new(Format.Day(s.Due)), new(Submitted(sheets, s), CellLook.Number)])),
        ]);
        yield return new BookText("「提出された数」は、その段階で評価するシートのうち、提出されたものの数です。", BookTextKind.Note);
    }

    private static string Submitted(IReadOnlyList<PrintedSheet> sheets, RoundStage stage)
    {
        var asked = sheets.SelectMany(s => s.Sheet.Stages).Where(s => s.RoundStage == stage.Order && s.IsChosen).ToList();
        return $"{asked.Count(s => s.Submission is not null):#,0} / {asked.Count:#,0}";
    }

    private static async Task<IEnumerable<BookBlock>> Results(OfficeDb db, PrintedRound round, bool ofItems)
    {
        if (round.Sheets.All(s => s.Item is null == ofItems))
            return [];
        var results = (await RoundResults.Read(db, round.Round.Key, ofItems, FiscalYear.Of(round.Day)))!;
        var printed = round.Sheets.Select(s => s.Sheet.Key).ToHashSet();
        results = results with { Sheets = [.. results.Sheets.Where(s => printed.Contains(s.Key))] };
        if (round.For == PaperFor.Public)
            results = await Outside(db, round, results);
        var (about, mark) = ofItems ? ("計画の項目", "i") : ("事務事業", "p");
        return
        [
            new BookHeading(1, $"{about}の評価の結果", $"results{mark}"),
            new BookText(InWords(results), BookTextKind.Lead),
            // why: tables of projects and of items have the same keys, and a place of a paper has one name.
            .. ResultTables.Of(results).SelectMany(t => ResultBlocks.Of(t with { Key = t.Key + mark }, 2)),
        ];
    }

    private static async Task<RoundResults> Outside(OfficeDb db, PrintedRound round, RoundResults results)
    {
        var roles = await InternalRoles.Read(db, [round.Round.Id, .. results.Last is { } last ? [last.Id] : Array.Empty<EvaluationRoundId>()]);
        return results with { Sheets = [.. results.Sheets.Select(roles.Outside)], Before = results.Before.ToDictionary(b => b.Key, b => roles.Outside(b.Value)), Costs = await JudgedCosts.Read(db, round.Round, onlyPublic: true), Trees = results.Trees with { Places = round.Places } };
    }

    private static string InWords(RoundResults results)
    {
        var tally = ResultTables.Standing(results.Sheets);
        if (tally.All == tally.NotReported)
            return $"{tally.All:#,0}件のうち、まだ提出されたものがありません。";
        var said = results.Choices(QuestionRole.Direction, results.Sheets.Select(s => s.Said.Standing(QuestionRole.Direction))).Where(c => tally.Count(c) > 0).Select(c => $"「{c}」{tally.Count(c):#,0}件").ToList();
        var directions = said.Count == 0 ? "今後の方向性の答えはありません。" : $"今後の方向性は、{string.Join("、", said)}{(tally.NotAnswered > 0 ? $"、答えのないもの{tally.NotAnswered:#,0}件" : "")}です。";
        return $"{tally.All:#,0}件のうち、提出されたのは{tally.All - tally.NotReported:#,0}件です。{directions}{(tally.NotReported > 0 ? $"未提出の{tally.NotReported:#,0}件は、どれにも数えていません。" : "")}";
    }
}
