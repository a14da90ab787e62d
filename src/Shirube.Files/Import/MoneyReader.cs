using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Amounts and staff of a row. What is no number is listed and not taken; nothing unknown becomes 0.</summary>
internal sealed class MoneyReader(Mapping mapping, ProblemLog log)
{
    public IReadOnlyList<ImportedMoney> Money(RowView row, FiscalYear? sheetYear)
    {
        var money = new List<ImportedMoney>();
        foreach (var rule in mapping.Money)
            foreach (var (column, year, stage) in Steps(rule.Column, rule.InSeries, rule.Year, rule.Stage))
                if (Figure(row, column, rule.Unit ?? mapping.Unit ?? "円") is { } figure)
                    money.Add(new(YearOf(year, sheetYear, column), stage, rule.Kind, figure));
        CheckSums(row, money, sheetYear);
        return money;
    }

    public IReadOnlyList<ImportedStaffing> Staff(RowView row, FiscalYear? sheetYear)
    {
        var values = new List<(FiscalYear Year, MoneyStage Stage, StaffMeasure Measure, decimal Value)>();
        foreach (var rule in mapping.Staff)
            foreach (var (column, year, stage) in Steps(rule.Column, rule.InSeries, rule.Year, rule.Stage))
                if (Number(row, column) is { HasValue: true } number)
                    values.Add((YearOf(year, sheetYear, column), stage, rule.Measure, number.Value));
        return [.. values.GroupBy(v => (v.Year, v.Stage)).Select(g => new ImportedStaffing(g.Key.Year, g.Key.Stage, Value(g, StaffMeasure.Heads), Value(g, StaffMeasure.Hours), Value(g, StaffMeasure.Fte)))];

        static decimal? Value(IEnumerable<(FiscalYear, MoneyStage, StaffMeasure Measure, decimal Value)> all, StaffMeasure measure) =>
            all.Where(v => v.Measure == measure).Select(v => (decimal?)v.Value).FirstOrDefault();
    }

    private IEnumerable<(string Column, string Year, MoneyStage Stage)> Steps(string column, bool inSeries, string? year, MoneyStage stage) =>
        inSeries ? mapping.Series.Select((step, i) => ($"{column}#{i + 1}", step.Year, step.Stage)) : [(column, year ?? "0", stage)];

    internal static FiscalYear YearOf(string reference, FiscalYear? sheetYear, string column) =>
        YearReference.Read(reference)?.From(sheetYear) ?? throw new RefusalException(Refusals.ImportYearUnknown(column));

    private Figure? Figure(RowView row, string column, string unit)
    {
        var number = Number(row, column);
        return number.Kind switch
        {
            NumberKind.Dash => Domain.Projects.Figure.None(Absence.Dash),
            NumberKind.Undecided => Domain.Projects.Figure.None(Absence.Undecided),
            NumberKind.Number or NumberKind.FirstOfTwo => Amount(row, column, number, unit),
            _ => null,
        };
    }

    private Figure? Amount(RowView row, string column, CellNumber number, string unit)
    {
        var (place, written) = (row.Place(column), row[column].Text);
        var factor = MoneyUnit.Factor(number.Unit ?? unit);
        if (factor is null || number.IsPercent)
        {
            log.Add(ProblemSeverity.Warning, "amount-not-money", place, written, $"{place}「{written}」は金額ではありません。", "取り込みませんでした。");
            return null;
        }

        if (Math.Abs(number.Value) > Domain.Projects.Figure.Largest.Value / factor)
        {
            log.Add(ProblemSeverity.Error, "amount-too-large", place, written, $"{place}の金額「{written}」({number.Unit ?? unit})は{Domain.Projects.Figure.Largest}を超えています。", "単位を確かめてください。");
            return null;
        }

        var yen = number.Value * factor.Value;
        var rounded = decimal.Round(yen, 0, MidpointRounding.ToEven);
        if (rounded != yen)
            log.Add(ProblemSeverity.Info, "fraction-of-yen", place, written, $"{place}の金額「{written}」({number.Unit ?? unit})に1円未満の端数があります。", $"{rounded:#,0}円に丸めました(偶数丸め)。");
        return Domain.Projects.Figure.Of(new Yen((long)rounded));
    }

    private CellNumber Number(RowView row, string column)
    {
        var cell = row[column];
        var number = CellNumber.Read(cell);
        NumberProblems.List(log, row, column, cell, number);
        return number;
    }

    private void CheckSums(RowView row, List<ImportedMoney> money, FiscalYear? sheetYear)
    {
        foreach (var group in money.GroupBy(m => (m.Year, m.Stage)))
        {
            var figures = new Dictionary<MoneyKind, Figure>();
            foreach (var figure in group)
                figures.TryAdd(figure.Kind, figure.Figure);
            if (CostCheck.Difference(figures) is not { } difference)
                continue;
            var place = row.Place(TotalColumn(group.Key.Year, group.Key.Stage, sheetYear));
            log.Add(ProblemSeverity.Warning, "sum-differs", place, figures[MoneyKind.Total].Amount!.Value.Value.ToString(),
                $"{place}の{group.Key.Year}の事業費計は財源の合計と{difference}違います。", "書かれた事業費計をそのまま取り込みました。");
        }
    }

    private string? TotalColumn(FiscalYear year, MoneyStage stage, FiscalYear? sheetYear) =>
        mapping.Money.Where(m => m.Kind == MoneyKind.Total).SelectMany(m => Steps(m.Column, m.InSeries, m.Year, m.Stage))
            .Where(s => s.Stage == stage && YearReference.Read(s.Year)?.From(sheetYear) == year).Select(s => s.Column).FirstOrDefault();
}
