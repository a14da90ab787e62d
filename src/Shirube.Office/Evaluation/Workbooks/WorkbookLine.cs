using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Evaluation;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>One answer of a workbook that came back, as its cells have it.</summary>
/// <param name="Seen">The revision that the workbook was made from.</param>
/// <param name="Mark">What the answer was when the workbook was made.</param>
/// <param name="Confirm">What stands under 「昨年のままでよい」.</param>
/// <param name="Table">Of a table: its rows.</param>
/// <param name="Shown">The revision that a person saw beside it in the preview, and whose place it takes knowingly.</param>
public sealed record WorkbookLine(string Sheet, int Stage, string Worksheet, int Row, string Question, int Seen, string Mark, string? Answer, string? Reason, string? Confirm, IReadOnlyList<IReadOnlyList<string?>> Table, bool IsBroken, int? Shown = null)
{
    public const string Yes = "はい";

    public string Id => $"{Sheet}.{Question}";

    public static IEnumerable<WorkbookLine> Of(ReadSheet sheet) => sheet.Answers.Select(a => new WorkbookLine(sheet.Key, sheet.Stage, sheet.Name, a.Row, a.Question, a.Seen, a.Mark,
        a.Cells[0].Text, a.Cells[1].Text, Blank.ToNull(a.Cells[2].Text?.Trim()), [.. a.Rows.Select(r => r.Select(c => c.Text).ToList())], a.Cells.Take(3).Concat(a.Rows.SelectMany(r => r)).Any(c => c.IsBroken)));

    /// <summary>A short mark of an answer, by which a workbook shows what was changed in it. Letters that a workbook cannot hold do not count.</summary>
    public static string MarkOf(AnswerValue value) =>
        FormMarks.Mark(string.Join('\u001f', new[] { value.Choice, value.Number?.ToString("0.############", CultureInfo.InvariantCulture), value.Text }.Select(t => string.Concat((t ?? "").Where(c => !char.IsControl(c) || c is '\n' or '\t')))));

    /// <summary>The answer as the page of the sheet would send it.</summary>
    internal TypedAnswer Typed(EvaluationForm form, FormQuestion question) => new()
    {
        Question = Question, Seen = Shown ?? Seen, Choice = Answer?.Trim(), Number = Answer, Text = question.Kind == QuestionKind.Text ? Answer : Reason, Confirms = Confirm == Yes,
        Cells = [.. Table.SelectMany(r => form.ChoicesOf(question).Select((_, i) => r.ElementAtOrDefault(i)))],
    };

    internal AnswerValue ValueFor(EvaluationForm form, FormQuestion question) => Typed(form, question).ValueFor(question, form.ChoicesOf(question).Count);
}
