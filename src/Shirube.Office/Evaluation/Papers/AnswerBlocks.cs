using Shirube.Domain.Evaluation;
using Shirube.Files.Papers;

namespace Shirube.Office.Evaluation;

/// <summary>One section of a sheet: its questions in their order, what each stage answered side by side, figures and tables where they are asked.</summary>
internal sealed class AnswerBlocks
{
    private const int MostBeside = 4;
    private const int LabelWidth = 24;
    private const int LongText = 240;

    private readonly PrintedSheet sheet;
    private readonly IReadOnlyList<FormQuestion> questions;
    private readonly IReadOnlyList<SheetStage> stages;

    private AnswerBlocks(PrintedSheet sheet, IEnumerable<FormQuestion> section)
    {
        (this.sheet, questions) = (sheet, [.. section]);
        stages = [.. sheet.Stages.Where(s => questions.Any(q => q.IsAnswered && q.Stages.Contains(s.Stage)))];
    }

    public static IEnumerable<BookBlock> Of(PrintedSheet sheet, IGrouping<string, FormQuestion> section) =>
        [new BookSubheading(3, section.Key), .. new AnswerBlocks(sheet, section).Blocks()];

    private bool IsBeside => stages.Count <= MostBeside;

    private IEnumerable<BookBlock> Blocks()
    {
        var rows = new List<BookRow>();
        foreach (var question in questions)
        {
            if (question.IsAnswered && !HasTable(question))
            {
                rows.AddRange(RowsOf(question));
                continue;
            }

            if (rows.Count > 0)
                yield return TableOf(rows);
            rows = [];
            foreach (var block in question.IsAnswered ? TablesOf(question) : FigureBlocks.Of(sheet, question.Kind, question.Label))
                yield return block;
        }

        if (rows.Count > 0)
            yield return TableOf(rows);
        if (Scale() is { Length: > 0 } scale)
            yield return new BookText(scale, BookTextKind.Note);
    }

    private BookTable TableOf(IReadOnlyList<BookRow> rows) => IsBeside
        ? new([LabelWidth, .. stages.Select(_ => (100 - LabelWidth) / stages.Count)], [PaperWords.Head(stages.Select(HeadOf).Prepend("設問")), .. rows])
        : new([LabelWidth, 16, 84 - LabelWidth], [PaperWords.Head("設問", "段階", "答え"), .. rows]);

    private string HeadOf(SheetStage stage) => stage.IsChosen && stage.Submission is null ? $"{sheet.StageName(stage)}\n({PaperWords.NotSubmitted})" : sheet.StageName(stage);

    private IEnumerable<BookRow> RowsOf(FormQuestion question)
    {
        var label = question.Label;
        var asked = stages.Where(s => question.Stages.Contains(s.Stage)).ToList();
        if (!IsBeside)
            return asked.Select((s, i) => Row([.. i == 0 ? [new BookCell(label, CellLook.Head, rows: asked.Count)] : Array.Empty<BookCell>(), new(HeadOf(s)), new(RunsOf(question, s))], 1));
        // why: what one stage alone answers has the whole width: a long text in a narrow column is hard to read.
        if (asked is [var only])
            return [Row([new(label, CellLook.Head), new([.. stages.Count > 1 ? [new($"【{sheet.StageName(only)}】")] : Array.Empty<BookRun>(), .. RunsOf(question, only)], Columns: stages.Count)], 1)];
        return [Row([new(label, CellLook.Head), .. stages.Select(s => question.Stages.Contains(s.Stage) ? new BookCell(RunsOf(question, s)) : new("", CellLook.Total))], stages.Count)];
    }

    private static BookRow Row(IReadOnlyList<BookCell> cells, int beside) => new(cells) { MayBreak = cells.Any(c => c.Text.Length * beside > LongText) };

    private IReadOnlyList<BookRun> RunsOf(FormQuestion question, SheetStage stage) =>
        !stage.IsChosen ? [new(PaperWords.NotChosen)]
        : sheet.Answer(question, stage) is { } answer ? PaperWords.Said(sheet, question, answer.Value)
        : [new(sheet.For == PaperFor.Public && stage.Submission is null ? PaperWords.NotSubmitted : PaperWords.Silent)];

    private bool HasTable(FormQuestion question) => question.Kind == QuestionKind.Table && stages.Any(s => sheet.Answer(question, s) is not null);

    private IEnumerable<BookBlock> TablesOf(FormQuestion question)
    {
        var columns = sheet.Form.ChoicesOf(question);
        foreach (var stage in stages.Where(s => question.Stages.Contains(s.Stage)))
        {
            yield return new BookText($"{question.Label}({sheet.StageName(stage)})", BookTextKind.Caption);
            if (sheet.Answer(question, stage) is { } answer)
                yield return new BookTable([.. columns.Select(_ => 10)], [PaperWords.Head(columns.Select(c => c.Label)), .. answer.Value.Rows.Select(r => new BookRow([.. columns.Select((_, i) => new BookCell(r.ElementAtOrDefault(i) ?? ""))]))]);
            else
                yield return new BookText(string.Concat(RunsOf(question, stage).Select(r => r.Text)));
        }
    }

    /// <summary>What the choices mean, once for questions that share a scale.</summary>
    private string Scale()
    {
        var scales = questions.Where(q => q.Kind is QuestionKind.Rating or QuestionKind.Choice).Select(q => (q.Label, Words: string.Join("、", sheet.Form.ChoicesOf(q).Select(c => c.Meaning is { } meaning ? $"{c.Label} {meaning}" : c.Label)), HasMeaning: sheet.Form.ChoicesOf(q).Any(c => c.Meaning is not null))).Where(s => s.HasMeaning).GroupBy(s => s.Words).ToList();
        return string.Join("\n", scales.Select(g => $"{string.Concat(g.Select(q => $"「{q.Label}」"))}の選択肢: {g.Key}"));
    }
}
