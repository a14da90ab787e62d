using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Evaluation;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet as rows of a workbook, in the form's own layout: section by section, last year beside this year.</summary>
internal sealed class WorkbookRows(SheetView view, int stage)
{
    private const int SpareTableRows = 5;
    private static readonly BookInput Confirm = new([WorkbookLine.Yes], "昨年の答えのままでよければ「はい」を選びます。直したときは空のままにします。");

    private EvaluationForm Form => view.Open.Form;

    public IReadOnlyList<string> Heads => ["設問", view.Earlier is { } earlier ? $"{earlier.Year.Era}の答え" : "昨年の答え", $"{view.StageName(stage)}の答え", "理由", "昨年のままでよい"];

    public IEnumerable<BookRow> Rows => view.Sections.SelectMany(s => s.SelectMany(Of).Prepend(new(BookLook.Section, null, [.. new BookCell[] { new(s.Key) }.Concat(Enumerable.Repeat(BookCell.Blank, Heads.Count - 1))])));

    private IEnumerable<BookRow> Of(FormQuestion question)
    {
        if (!question.IsAnswered)
            return WorkbookFigures.Rows(question, view.Figures);
        var others = view.Others(question).Select(a => new BookRow(BookLook.Said, null, [new($"　{view.StageName(a.Stage)}"), BookCell.Blank, new(AnswerOf(question, a.Value)), new(question.AsksReason ? a.Text : null), BookCell.Blank]));
        return view.IsWritten(question) ? others.Concat(question.Kind == QuestionKind.Table ? TableOf(question) : [Input(question)])
            : [new BookRow(BookLook.Question, null, [new(question.Label), new(LastOf(question)), BookCell.Blank, BookCell.Blank, BookCell.Blank]), .. others];
    }

    private BookRow Input(FormQuestion question)
    {
        var answer = view.Open.Sheet.Find(question.Key, stage);
        var choices = question.Kind is QuestionKind.Choice or QuestionKind.Rating ? Form.ChoicesOf(question) : [];
        var input = new BookInput([.. choices.Select(c => c.Label)], NoteOf(question, choices), question.Kind == QuestionKind.Number, question.Kind == QuestionKind.Text ? question.LongestText ?? AnswerValue.LongestText : null);
        var value = question.Kind switch { QuestionKind.Number => answer?.Number, QuestionKind.Text => (object?)answer?.Text, _ => answer?.Choice };
        return new(BookLook.Question, MarkOf(question, answer),
        [
            new(LabelOf(question)), new(LastOf(question)), new(value, input),
            question.AsksReason ? new(answer?.Text, new([], question.LongestText is { } longest ? $"選んだ理由。{longest:#,0}字まで。" : "選んだ理由。", Longest: question.LongestText ?? AnswerValue.LongestText)) : BookCell.Blank,
            ConfirmOf(answer),
        ]);
    }

    private IEnumerable<BookRow> TableOf(FormQuestion question)
    {
        var (answer, columns) = (view.Open.Sheet.Find(question.Key, stage), Form.ChoicesOf(question));
        yield return new(BookLook.Question, MarkOf(question, answer), [new(LabelOf(question)), new(LastOf(question)), new("下の表に書きます。"), BookCell.Blank, ConfirmOf(answer)]);
        yield return new(BookLook.Head, null, [BookCell.Blank, BookCell.Blank, .. columns.Select(c => new BookCell(c.Label))]);
        var rows = answer?.Value.Rows ?? (question.Role == QuestionRole.Contribution ? [.. view.Figures.Members.Select(m => (IReadOnlyList<string>)[m.Name])] : []);
        for (var i = 0; i < rows.Count + SpareTableRows; i++)
            yield return new(BookLook.Said, $"row {question.Key}", [BookCell.Blank, BookCell.Blank, .. columns.Select((c, at) => new BookCell(i < rows.Count ? Blank.ToNull(rows[i].ElementAtOrDefault(at)) : null, new([], $"{c.Label}を1行に1つずつ書きます。")))]);
    }

    private static string MarkOf(FormQuestion question, SheetAnswer? answer) => $"answer {question.Key} {answer?.Revision ?? 0} {WorkbookLine.MarkOf(answer?.Value ?? AnswerValue.Empty)}";

    private static BookCell ConfirmOf(SheetAnswer? answer) => answer?.CarriedFrom is null ? BookCell.Blank : new(null, Confirm);

    private static string LabelOf(FormQuestion question) => $"{question.Label}{(question.Unit is { } unit ? $"({unit})" : "")}{(question.IsRequired ? " 【必須】" : "")}{(question.Help is { } help ? $"\n{help}" : "")}";

    private static string NoteOf(FormQuestion question, IReadOnlyList<FormChoice> choices) => question.Kind switch
    {
        QuestionKind.Number => $"数だけを入力します。{(question.Unit is { } unit ? $"単位は{unit}です。" : "")}",
        QuestionKind.Text => question.LongestText is { } longest ? $"{longest:#,0}字まで。" : $"{AnswerValue.LongestText:#,0}字まで。",
        _ => $"一覧から選びます。{string.Join("、", choices.Where(c => c.Meaning is not null).Select(c => $"{c.Label}: {c.Meaning}"))}",
    };

    private string? LastOf(FormQuestion question)
    {
        var last = view.Last(question).ToList();
        var said = last.Select(l => $"{(last.Count > 1 ? $"{l.Stage}: " : "")}{Words(question, l.Value)}").Concat(view.Promised(question).Select(p => $"{view.Earlier!.Year.Era}に決めた改善: {p}"));
        return Blank.ToNull(string.Join('\n', said));
    }

    private static string Words(FormQuestion question, AnswerValue value) => question.Kind == QuestionKind.Table ? string.Join('\n', value.Rows.Select(r => string.Join(" / ", r))) : string.Join('\n', new[] { AnswerOf(question, value), question.AsksReason ? value.Text : null }.OfType<string>());

    private static string? AnswerOf(FormQuestion question, AnswerValue value) => question.Kind switch
    {
        QuestionKind.Number => $"{value.Number?.ToString("#,0.############", CultureInfo.InvariantCulture)}{question.Unit}",
        QuestionKind.Table => string.Join('\n', value.Rows.Select(r => string.Join(" / ", r))),
        QuestionKind.Text => value.Text,
        _ => value.Choice,
    };
}
