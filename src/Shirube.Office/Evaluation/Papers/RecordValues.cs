using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>What a field of a printed form says of one sheet: a text, an amount, or null where nothing is recorded.</summary>
internal static class RecordValues
{
    public static string HeadOf(PrintField field, EvaluationRound round) => field.Field == RecordField.Cost ? $"{field.Title}\n{(round.Judged + field.Years).Era}" : field.Title;

    public static object? Of(PrintedSheet sheet, PrintField field) => field.Field switch
    {
        RecordField.Number => sheet.Project?.Number,
        RecordField.Name => sheet.Name,
        RecordField.Department => sheet.DepartmentName,
        RecordField.Place => Lines(sheet.Places),
        RecordField.Cost => (decimal?)sheet.CostIn(sheet.Round.Judged + field.Years).Amount,
        RecordField.Verdict => Verdict(sheet, field),
        RecordField.Answers => Lines(sheet.Answers(field.Role!.Value).Select(a => PaperWords.WordsOf(sheet, a.Question, a.Value))),
        RecordField.Indicators => Lines(sheet.Figures.Indicators.Select(i => Indicator(i, sheet))),
        _ => sheet.Project is { } project ? OfProject(project, field.Field) : null,
    };

    public static string WordsOf(object? value) => value switch { string words => words, decimal amount => PaperWords.Yen(amount), _ => Format.None };

    private static string? OfProject(Project project, RecordField field) => field switch
    {
        RecordField.Class => project.Class,
        RecordField.Period => project.Period == ProjectPeriod.Unknown ? null : PaperWords.Period(project.Period),
        RecordField.Legal => project.LegalBasis,
        RecordField.BudgetLines => Lines(project.BudgetLines.OrderBy(l => l.Order).Select(l => l.Code.ToString())),
        RecordField.Outline => project.Text.Outline,
        RecordField.Target => project.Text.Target,
        RecordField.Intent => project.Text.Intent,
        RecordField.Means => project.Text.Means,
        RecordField.MeansPlanned => project.Text.MeansPlanned,
        RecordField.Aim => project.Text.Result,
        _ => null,
    };

    private static string Verdict(PrintedSheet sheet, PrintField field) =>
        VerdictBlocks.WordsOf(field.Stage is { } stage ? sheet.Said.At(stage, field.Role!.Value) : sheet.Said.Standing(field.Role!.Value));

    private static string Indicator(FigureIndicator indicator, PrintedSheet sheet)
    {
        var year = indicator.Years.FirstOrDefault(y => y.Year == sheet.Round.Judged.Value);
        return $"{indicator.Name} 実績{Value(year?.Actual)}、目標{Value(year?.Target)}";

        string Value(FigureCell? cell) => cell?.Value is { } known ? Format.WithUnit(known, indicator.Unit) : cell?.Words ?? Format.None;
    }

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } all ? all : null;
}
