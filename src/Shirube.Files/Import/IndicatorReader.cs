using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>The indicators of a row. A value under no name is a value of nothing: listed, not taken.</summary>
internal sealed class IndicatorReader(Mapping mapping, ProblemLog log)
{
    public IEnumerable<ImportedIndicator> Read(RowView row, FiscalYear? sheetYear, int firstOrder, string slotSuffix)
    {
        var order = firstOrder;
        foreach (var rule in mapping.Indicators)
        {
            if (Name(row, rule) is { } name)
                yield return Read(row, rule, name, sheetYear, order, slotSuffix);
            else
                ListNameless(row, rule);
            order++;
        }
    }

    private ImportedIndicator Read(RowView row, IndicatorRule rule, string name, FiscalYear? sheetYear, int order, string slotSuffix)
    {
        var actuals = new List<ImportedActual>();
        var targets = new List<ImportedTarget>();
        foreach (var (column, year, isTarget) in rule.Values.SelectMany(Steps))
        {
            var (cell, number) = (row[column], CellNumber.Read(row[column]));
            NumberProblems.List(log, row, column, cell, number);
            if (number.Kind is NumberKind.Blank or NumberKind.Error)
                continue;
            var value = number.HasValue ? number.IsPercent ? Workbooks.Cell.Trimmed(number.Value * 100) : number.Value : (decimal?)null;
            var words = number.Kind == NumberKind.Number ? null : cell.Text.Trim();
            var of = MoneyReader.YearOf(year, sheetYear, column);
            if (isTarget)
                targets.Add(new(of, value, words));
            else
                actuals.Add(new(of, value, Status(number.Kind), words));
        }

        return new(rule.Slot + slotSuffix, order, rule.Kind, name, Unit(row, rule), OnePerYear(actuals, a => a.Year), OnePerYear(targets, t => t.Year));
    }

    private static List<T> OnePerYear<T>(List<T> values, Func<T, FiscalYear> year) => [.. values.DistinctBy(year)];

    private static ActualStatus Status(NumberKind kind) => kind switch
    {
        NumberKind.Number or NumberKind.FirstOfTwo => ActualStatus.Final,
        NumberKind.Dash or NumberKind.NotApplicable => ActualStatus.NotApplicable,
        _ => ActualStatus.NotKnown,
    };

    private IEnumerable<(string Column, string Year, bool IsTarget)> Steps(IndicatorValueRule rule) =>
        rule.InSeries ? mapping.Series.Select((step, i) => ($"{rule.Column}#{i + 1}", step.Year, rule.IsTarget || step.Stage != MoneyStage.Settled)) : [(rule.Column, rule.Year ?? "0", rule.IsTarget)];

    private string? Name(RowView row, IndicatorRule rule)
    {
        var name = row.Text(rule.Name);
        if (name is null || HeadingText.Fold(name) is not { Length: > 0 } folded)
            return null;
        if (folded != "0" && !Dashes.IsDash(folded) && !NumberText.IsNoData(folded))
        {
            if (name != row[rule.Name].Text)
                log.OuterSpace(row.Place(rule.Name), row[rule.Name].Text);
            return name;
        }

        log.Group(ProblemSeverity.Info, "indicator-name-empty-mark", row.Place(rule.Name), name, name, $"指標の名前の欄に「{name}」とあります。", "指標なしとして扱いました。");
        return null;
    }

    private string? Unit(RowView row, IndicatorRule rule)
    {
        if (row.Text(rule.Unit) is not { } unit)
            return null;
        if (HeadingText.Fold(unit) is not "0" && !Dashes.IsDash(unit))
            return unit;
        log.Group(ProblemSeverity.Info, "indicator-unit-empty-mark", row.Place(rule.Unit), unit, unit, $"指標の単位の欄に「{unit}」とあります。", "単位なしとして取り込みました。");
        return null;
    }

    private void ListNameless(RowView row, IndicatorRule rule)
    {
        foreach (var (column, _, _) in rule.Values.SelectMany(Steps))
        {
            var cell = row[column];
            if (cell.IsBlank)
                continue;
            var isNumber = CellNumber.Read(cell).HasValue;
            log.Group(isNumber ? ProblemSeverity.Warning : ProblemSeverity.Info, isNumber ? "indicator-without-name" : "indicator-words-without-name", row.Place(column), "", cell.Text,
                isNumber ? "名前のない指標の値です。" : "名前のない指標の欄に値でない文字があります。", "何の値か分からないため取り込みませんでした。");
        }

        if (row.Text(rule.Unit) is { } unit)
            log.Group(ProblemSeverity.Info, "indicator-unit-without-name", row.Place(rule.Unit), "", unit, "名前のない指標に単位だけがあります。", "取り込みませんでした。");
    }
}
