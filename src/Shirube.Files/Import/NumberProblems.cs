using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Lists how a cell that should hold a number was understood, where it does not simply hold one.</summary>
internal static class NumberProblems
{
    public static void List(ProblemLog log, RowView row, string column, Cell cell, CellNumber number)
    {
        if (number.Kind == NumberKind.Blank || number.Kind == NumberKind.Number && !number.WasText && !number.IsPercent)
            return;
        var (place, written) = (row.Place(column), cell.Text);
        switch (number.Kind)
        {
            case NumberKind.Error:
                log.Add(ProblemSeverity.Warning, "cell-error", place, written, $"{place}は計算エラー「{written}」です。", "取り込みませんでした。");
                break;
            case NumberKind.Words:
                log.Add(ProblemSeverity.Warning, "not-a-number", place, written, $"{place}「{written}」は数値として読めません。", "数値として取り込みませんでした。");
                break;
            case NumberKind.FirstOfTwo:
                log.Add(ProblemSeverity.Warning, "two-values", place, written, $"{place}に2つの値「{written}」があります。", $"はじめの値 {number.Value} を取り込みました。");
                break;
            case NumberKind.Dash:
                log.Group(ProblemSeverity.Info, "dash", place, written.Trim(), written.Trim(), $"「{written.Trim()}」は「なし」を表します。", "0でも空白でもなく「なし」として取り込みました。");
                break;
            case NumberKind.Undecided or NumberKind.NotKnown or NumberKind.NotApplicable:
                log.Group(ProblemSeverity.Info, "no-value", place, written.Trim(), written.Trim(), $"「{written.Trim()}」は値がないことを表します。", "値としては取り込みませんでした。");
                break;
            default:
                Taken(log, row, place, written, number);
                break;
        }
    }

    private static void Taken(ProblemLog log, RowView row, Place place, string written, CellNumber number)
    {
        if (number.IsPercent)
            log.Group(ProblemSeverity.Info, "percent-cell", place, "", written, "パーセント表示の数値です。", "画面に見える値(100倍)として読みました。");
        else if (number.Unit is { } unit)
            log.Group(ProblemSeverity.Info, "unit-in-cell", place, unit, written, $"数値のうしろに単位「{unit}」が書かれています。", "数値だけを読みました。");
        else if (number.WasDecorated)
            log.Group(ProblemSeverity.Info, "number-decorated", place, "", written, "数値に桁区切り・空白・全角・記号が含まれています。", "数値として読みました。");
        else if (!row.Sheet.IsTextOnly)
            log.Group(ProblemSeverity.Info, "number-as-text", place, "", written, "数値が文字列として入力されています。", "数値として読みました。");
    }
}
