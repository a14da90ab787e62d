using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Evaluation;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>The figures of a sheet as rows of a workbook, which are read and not written in.</summary>
internal static class WorkbookFigures
{
    public static IEnumerable<BookRow> Rows(FormQuestion question, SheetFigures figures)
    {
        var rows = (question.Kind switch { QuestionKind.Money => Money(figures.Money), QuestionKind.Indicators => Indicators(figures.Indicators), _ => Members(figures.Members) }).ToList();
        return rows.Count > 0 ? rows.Prepend(Line(BookLook.Question, question.Label)) : [Line(BookLook.Question, question.Label, "登録がありません。")];
    }

    private static IEnumerable<BookRow> Money(FigureTable table) => table.Columns.Count == 0 ? []
        : table.Lines.Select(l => Line(BookLook.Said, [l.Kind is null ? l.Name : $"{l.Name}(円)", .. l.Cells.Select(Shown)])).Prepend(Line(BookLook.Head, [null, .. table.Columns.Select(c => $"{new FiscalYear(c.Year).Era} {Names.Of(c.Stage)}")]));

    private static IEnumerable<BookRow> Indicators(IReadOnlyList<FigureIndicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            yield return Line(BookLook.Head, [indicator.Unit is { } unit ? $"{indicator.Name}({unit})" : indicator.Name, .. indicator.Years.Select(y => new FiscalYear(y.Year).Era)]);
            yield return Line(BookLook.Said, ["　実績", .. indicator.Years.Select(y => Shown(y.Actual))]);
            yield return Line(BookLook.Said, ["　目標", .. indicator.Years.Select(y => Shown(y.Target))]);
        }
    }

    private static IEnumerable<BookRow> Members(IReadOnlyList<FigureMember> members) => members.Count == 0 ? []
        : members.Select(m => Line(BookLook.Said, m.Name, Shown(m.Cost), m.Direction ?? "未提出", m.Result ?? "未提出")).Prepend(Line(BookLook.Head, "事務事業", "事業費(円)", "今後の方向性", "成果"));

    private static object? Shown(FigureCell cell) => cell switch
    {
        { Value: { } value, Words: null, Unknown: 0 } => value,
        { Value: { } value } => $"{Format.Number(value)}{(cell.Words is { } words ? $"({words})" : "")}{(cell.Unknown > 0 ? $"(未把握{cell.Unknown}件)" : "")}",
        _ => cell.Words ?? "登録なし",
    };

    private static BookRow Line(BookLook look, params object?[] values) => new(look, null, [.. values.Select(v => new BookCell(v))]);
}
