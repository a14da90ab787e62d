using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Papers;
using Shirube.Files.Tables;

namespace Shirube.Office.Evaluation;

/// <summary>The sheets of a round in a printed form: one list, or a statement of each.</summary>
internal static class FormPaper
{
    private const int LongText = 240;

    public static BookPaper Of(PrintForm form, PrintedRound round) =>
        new(form.Title, round.Order.Municipality, PaperWords.Running(round, form.Title), [.. form.Layout == PrintLayout.List ? PaperWords.Cover(round).Skip(1) : PaperWords.Cover(round)], [.. form.Layout == PrintLayout.List ? List(form, round) : Statements(form, round)])
        {
            HasCover = form.Layout == PrintLayout.Statement, IsLandscape = form.IsLandscape, MostContents = 3000, IsDense = true,
        };

    /// <summary>A list as a workbook, in which rows can be sorted and filtered.</summary>
    public static void WriteWorkbook(Stream file, PrintForm form, PrintedRound round)
    {
        var fields = form.Fields.ToList();
        using var sheet = new XlsxTable(file, form.Title, [.. fields.Select(f => new TableColumn(RecordValues.HeadOf(f, round.Round).Replace('\n', ' '), f.Field == RecordField.Cost ? ColumnFormat.Whole : ColumnFormat.Text))]);
        foreach (var printed in round.Sheets)
            sheet.Write(RowKind.Row, [.. fields.Select(f => RecordValues.Of(printed, f))]);
        sheet.Finish("説明", [("評価", round.Round.Name), ("自治体", round.Order.Municipality), .. form.Note is { } note ? [("見方", note)] : Array.Empty<(string, string)>(), ("空のセル", "登録や記載がないことを表し、0ではありません。"), ("書き出した日", $"{round.Day:yyyy-MM-dd}"), .. round.IsInternal ? [("扱い", "庁内用")] : Array.Empty<(string, string)>()]);
    }

    private static IEnumerable<BookBlock> List(PrintForm form, PrintedRound round)
    {
        var fields = form.Fields.ToList();
        if (form.Note is { } note)
            yield return new BookText($"{note}{PaperWords.HowToRead}", BookTextKind.Note);
        if (round.Sheets.Count == 0)
            yield return new BookText("該当するシートはありません。");
        else
            yield return new BookTable([.. fields.Select(f => f.Width)],
            [
                PaperWords.Head(fields.Select(f => RecordValues.HeadOf(f, round.Round))),
                .. round.ByDepartment.SelectMany(d => d.Select(s => RowOf(s, fields)).Prepend(new([new($"{d.First().DepartmentName}({d.Count():#,0}件)", CellLook.Total, columns: fields.Count)]) { KeepsWithNext = true })),
            ]);
    }

    private static BookRow RowOf(PrintedSheet sheet, IReadOnlyList<PrintField> fields)
    {
        var cells = fields.Select(f => new BookCell(RecordValues.WordsOf(RecordValues.Of(sheet, f)), f.Field == RecordField.Cost ? CellLook.Number : CellLook.Plain)).ToList();
        return new(cells) { MayBreak = cells.Exists(c => c.Text.Length > LongText) };
    }

    private static IEnumerable<BookBlock> Statements(PrintForm form, PrintedRound round) =>
    [
        .. form.Note is { } note ? [new BookHeading(1, "この調書について", "front"), new BookText(note), .. CountBlocks.Of(round)] : Array.Empty<BookBlock>(),
        .. round.ByDepartment.SelectMany((d, at) => d.SelectMany((s, i) => Statement(form, s).Prepend(new BookHeading(2, s.Title, $"sheet{s.Sheet.Key}") { StartsPage = i > 0 })).Prepend(new BookHeading(1, d.First().DepartmentName, $"department{at}"))),
    ];

    private static IEnumerable<BookBlock> Statement(PrintForm form, PrintedSheet sheet)
    {
        foreach (var section in form.Sections)
        {
            yield return new BookSubheading(3, section.Title);
            var pairs = section.Fields.Where(f => f.Field < RecordField.MoneyTable).Select(f => PaperWords.Pair(RecordValues.HeadOf(f, sheet.Round).Replace('\n', ' '), RecordValues.WordsOf(RecordValues.Of(sheet, f)))).ToList();
            if (pairs.Count > 0)
                yield return new BookTable([20, 80], pairs);
            foreach (var block in section.Fields.Where(f => f.Field >= RecordField.MoneyTable).SelectMany(f => TablesOf(sheet, f)))
                yield return block;
        }
    }

    private static IEnumerable<BookBlock> TablesOf(PrintedSheet sheet, PrintField field) => field.Field switch
    {
        RecordField.MoneyTable => FigureBlocks.Of(sheet, QuestionKind.Money, field.Title),
        RecordField.IndicatorTable => FigureBlocks.Of(sheet, QuestionKind.Indicators, field.Title),
        RecordField.ExecutionTable => ExecutionBlocks.Of(sheet, field.Title),
        _ => sheet.Questions.Where(q => q.IsAnswered).GroupBy(q => q.Section).SelectMany(s => AnswerBlocks.Of(sheet, s)),
    };
}
