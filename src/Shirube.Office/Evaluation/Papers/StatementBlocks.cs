using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>One project, or one measure, of the statement of results: settled money by source, what was done, results, indicators.</summary>
internal static class StatementBlocks
{
    public const string NoSettlement = "決算の登録なし";
    private static readonly IReadOnlyList<MoneyKind> Kinds = [MoneyKind.Total, .. CostCheck.Sources];
    private static readonly (QuestionRole Role, string Name)[] Told = [(QuestionRole.Result, "成果"), (QuestionRole.FollowUp, "改善の実施状況"), (QuestionRole.Improvement, "課題と改善"), (QuestionRole.Direction, "今後の方向性")];

    /// <summary>What was spent in the judged year as settled; null where no settlement is recorded.</summary>
    public static long? Settled(PrintedSheet sheet) => IsSettled(sheet) ? sheet.Figures.Money.CostIn(sheet.Round.Judged) : null;

    public static IEnumerable<BookBlock> OfProject(PrintedSheet sheet)
    {
        yield return new BookHeading(4, sheet.Title, $"sheet{sheet.Sheet.Key}");
        yield return Money(sheet);
        yield return Words(sheet, Text(sheet.Project));
        if (Indicators(sheet) is { } indicators)
            yield return indicators;
    }

    public static IEnumerable<BookBlock> OfItem(PrintedSheet sheet)
    {
        yield return new BookSubheading(4, "施策の成果");
        if (sheet.Questions.Any(q => q.Kind == QuestionKind.Money))
            yield return Money(sheet);
        yield return Words(sheet, []);
        if (Indicators(sheet) is { } indicators)
            yield return indicators;
        if (sheet.Questions.Any(q => q.Kind == QuestionKind.Projects))
            foreach (var block in FigureBlocks.Of(sheet, QuestionKind.Projects, "構成する事務事業"))
                yield return block;
    }

    private static bool IsSettled(PrintedSheet sheet) => sheet.Figures.Money.ColumnOf(sheet.Round.Judged)?.Stage == MoneyStage.Settled;

    private static BookTable Money(PrintedSheet sheet) => new([15, .. Kinds.Select(_ => 17)],
    [
        PaperWords.Head(Kinds.Select(k => k == MoneyKind.Total ? "決算額" : Names.Of(k).Replace("支出金", "\n支出金", StringComparison.Ordinal)).Prepend("単位 円")),
        IsSettled(sheet) ? new([new(sheet.Round.Judged.Era, CellLook.Head), .. Kinds.Select(k => Amount(sheet, k))]) : new([new(sheet.Round.Judged.Era, CellLook.Head), new(NoSettlement, CellLook.Middle, columns: Kinds.Count)]),
    ]);

    // why: where the total is not stated it is what the known sources come to; a source that is not stated stays unknown.
    private static BookCell Amount(PrintedSheet sheet, MoneyKind kind)
    {
        var at = sheet.Figures.Money.Columns.ToList().FindIndex(c => c.Year == sheet.Round.Judged.Value);
        var cell = sheet.Figures.Money.Lines.FirstOrDefault(l => l.Kind == kind)?.Cells[at] ?? FigureCell.Blank;
        return kind == MoneyKind.Total && cell.Value is null ? new(PaperWords.Yen(Settled(sheet)), CellLook.Number) : PaperWords.Cell(cell, isYen: true);
    }

    private static IEnumerable<(string What, string Says)> Text(Project? project) => project is null ? [] :
        new[] { ("事業の概要", project.Text.Outline), ("対象", project.Text.Target), ("意図", project.Text.Intent), ("行ったこと", project.Text.Means) }.Where(t => t.Item2 is not null).Select(t => (t.Item1, t.Item2!));

    private static BookTable Words(PrintedSheet sheet, IEnumerable<(string What, string Says)> texts)
    {
        var told = Told.Select(t => (What: t.Name, Says: string.Join('\n', Answers(sheet, t.Role)))).Where(t => t.Says.Length > 0).ToList();
        var silent = sheet.IsReported ? "成果の記載はありません" : "評価シートは未提出です";
        return new([18, 82], [PaperWords.Pair("所管課", sheet.DepartmentName), .. texts.Concat(told.Count == 0 ? [("成果", silent)] : told).Select(t => PaperWords.Pair(t.What, t.Says))]);
    }

    // why: the last stage's word stands; the reasons that earlier stages gave are told with whose they are.
    private static IEnumerable<string> Answers(PrintedSheet sheet, QuestionRole role)
    {
        var all = sheet.Answers(role).ToList();
        var several = all.Select(a => a.Stage.Stage).Distinct().Count() > 1;
        return all.Select(a => $"{(several ? $"【{sheet.StageName(a.Stage)}】" : "")}{PaperWords.WordsOf(sheet, a.Question, a.Value)}");
    }

    private static BookTable? Indicators(PrintedSheet sheet) => sheet.Figures.Indicators.Count == 0 ? null : new([30, 13, 13, 44],
    [
        PaperWords.Head("指標", $"目標\n({sheet.Round.Judged.Era})", $"実績\n({sheet.Round.Judged.Era})", "達成の程度"),
        .. sheet.Figures.Indicators.Select(i => (Indicator: i, Year: i.Years.FirstOrDefault(y => y.Year == sheet.Round.Judged.Value))).Select(i => new BookRow([new($"{i.Indicator.Name}({Names.Of(i.Indicator.Kind)}{(i.Indicator.Unit is { } unit ? $"、{unit}" : "")})"), PaperWords.Cell(i.Year?.Target ?? FigureCell.Blank, false), PaperWords.Cell(i.Year?.Actual ?? FigureCell.Blank, false), new(i.Indicator.Assessed ?? "算定不可")])),
    ]);
}
