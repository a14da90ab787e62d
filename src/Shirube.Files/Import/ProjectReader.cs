using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>Reads one project from its row, and what further rows add to it.</summary>
internal sealed class ProjectReader(Mapping mapping, ImportOptions options, ProblemLog log)
{
    private readonly MoneyReader money = new(mapping, log);
    private readonly IndicatorReader indicators = new(mapping, log);
    private readonly AnswerReader answers = new(mapping, log);
    private readonly TextReader texts = new(mapping, log);
    private readonly PeriodReader period = new(mapping, log);
    private readonly BudgetReader budget = new(mapping, log);
    private readonly TreeReader tree = new(mapping, log);

    public Draft? Read(RowView row, string name)
    {
        RefuseOtherMunicipality(row);
        if (name.Length > Project.LongestName)
        {
            log.Add(ProblemSeverity.Error, "name-too-long", row.Place(mapping.Project.Name), name[..50], $"{row.Place(mapping.Project.Name)}の名前が{name.Length}字あります({Project.LongestName}字まで)。", "短くしてください。");
            return null;
        }

        foreach (var column in new[] { mapping.Project.Name, mapping.Project.Number }.OfType<string>().Where(c => row.Text(c) is { } text && text != row[c].Text))
            log.OuterSpace(row.Place(column), row[column].Text);
        var year = Year(row);
        var draft = new Draft(row.Source, Number(row), name, year) { Department = Department(row), Levels = tree.Read(row) };
        draft.BudgetLines.AddRange(budget.Read(row));
        draft.Indicators.AddRange(indicators.Read(row, year, 1, ""));
        return draft with { Facts = Facts(row, draft, year) };
    }

    private ImportedProject Facts(RowView row, Draft draft, FiscalYear? year)
    {
        var p = mapping.Project;
        return draft.Facts with
        {
            Class = texts.Short(row, p.Class),
            IsStatutory = texts.Statutory(row),
            LegalBasis = texts.Short(row, p.LegalBasis),
            InImplementationPlan = texts.Mark(row, p.InImplementationPlan),
            InRegionalStrategy = texts.Mark(row, p.InRegionalStrategy),
            Period = period.Read(row),
            Text = texts.Words(row),
            InternalContact = texts.Contact(row),
            Money = money.Money(row, year),
            Staffing = money.Staff(row, year),
            Evaluation = answers.Read(row, year),
        };
    }

    /// <summary>A row below a project that adds indicators or budget lines to it; false when it adds neither.</summary>
    public bool Continue(RowView row, Draft draft)
    {
        var more = mapping.Indicators.Any(i => row.Text(i.Name) is not null);
        var lines = budget.Read(row).ToList();
        if (!more && lines.Count == 0)
            return false;
        draft.Rows++;
        draft.BudgetLines.AddRange(lines);
        draft.Indicators.AddRange(indicators.Read(row, draft.Year, draft.Indicators.Count + 1, $"-{draft.Rows}"));
        ListLeftOver(row);
        log.Group(ProblemSeverity.Info, "row-continues", new(row.Sheet.Name, row.Row.Number, null), "", draft.Name, "事務事業の続きの行です。", "上の事務事業の指標・予算科目として取り込みました。");
        return true;
    }

    // why: a further row adds only indicators and budget lines; an amount or a text in it must not vanish unseen.
    private void ListLeftOver(RowView row)
    {
        var budgetColumns = mapping.Budget is { } b ? new[] { b.Account, b.Category, b.Item, b.SubItem, b.Line }.OfType<string>() : [];
        var read = mapping.Indicators.SelectMany(i => i.Values.SelectMany(v => MappingColumns.Series(mapping, v.Column, v.InSeries)).Append(i.Name).Append(i.Unit ?? i.Name))
            .Concat(budgetColumns).Concat(mapping.Department?.Columns ?? []).Concat(mapping.Levels.SelectMany(l => l.Code.Append(l.Title))).Concat(mapping.Ignore).Append(mapping.Project.Class ?? "").Append(mapping.Year?.Column ?? "").Where(r => r.Length > 0).Select(row.Table.Find).OfType<int>().ToHashSet();
        foreach (var place in row.Row.FilledPlaces.Where(p => !read.Contains(p)))
            log.Group(ProblemSeverity.Warning, "row-continues-unread", new(row.Sheet.Name, row.Row.Number, Workbooks.ColumnName.Of(place)), "", row.Row[place].Text, "続きの行に、指標・予算科目でない値があります。", "取り込みませんでした。");
    }

    private string? Number(RowView row)
    {
        if (mapping.Project.Number is not { } column)
            return null;
        var number = row.Text(column);
        if (number is not null && !Dashes.IsDash(number))
        {
            if (HeadingText.Fold(number) == "0")
                log.Add(ProblemSeverity.Warning, "number-zero", row.Place(column), number, $"{row.Place(column)}の事務事業の番号が0です。", "0を番号として取り込みました。");
            return number;
        }

        log.Add(ProblemSeverity.Warning, "number-missing", row.Place(column), number, $"{row.Place(column)}に事務事業の番号がありません。", "番号なしで取り込みました。");
        return null;
    }

    private IReadOnlyList<Written> Department(RowView row) =>
        [.. (mapping.Department?.Columns ?? []).Where(c => row.Text(c) is not null).Select(c => new Written(row[c].Text, row.Place(c)))];

    private FiscalYear? Year(RowView row)
    {
        if (mapping.Year is not { } rule)
            return options.FiscalYear;
        if (rule.Column is { } column && row[column].IsFilled)
        {
            var reading = YearText.Read(row[column], rule.Era);
            if (reading.Year is { } year)
                return year;
            log.Add(ProblemSeverity.Error, "year-not-read", row.Place(column), row[column].Text, $"{row.Place(column)}「{row[column].Text}」は年度として読めません。", "年度を直してください。");
        }

        return options.FiscalYear
            ?? (rule.FromSheetName ? HeadingYears.In(row.Sheet.Name) : null)
            ?? (rule.Fixed is { } text ? YearReference.Read(text)?.Fixed : null);
    }

    private void RefuseOtherMunicipality(RowView row)
    {
        if (mapping.MunicipalityCode is not { } column || row.Text(column) is not { } written)
            return;
        var digits = new string([.. HeadingText.Fold(written).Where(char.IsAsciiDigit)]);
        var expected = options.Municipality.Value;
        // why: offices also write the code without its check digit, and Excel drops its leading zero.
        if (digits.PadLeft(6, '0') != expected && digits.PadLeft(5, '0') != expected[..5])
            throw new RefusalException(Refusals.ImportWrongMunicipality(written, expected, row.Place(column).ToString()));
    }
}
