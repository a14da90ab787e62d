using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Puts a mapping together from what the sheets of one list say.</summary>
internal sealed partial class MappingGuess
{
    private readonly Workbook workbook;
    private readonly IReadOnlyList<SheetGuess> sheets;
    private readonly SheetGuess main;
    private readonly ColumnPick pick;
    private readonly List<string> assumptions = [];
    private readonly ListTitle title;
    private readonly IReadOnlyList<GroupRule> groups;

    public MappingGuess(Workbook workbook, IReadOnlyList<SheetGuess> sheets)
    {
        this.workbook = workbook;
        this.sheets = sheets;
        main = sheets.MaxBy(s => s.Rows)!;
        pick = new(main);
        title = new(workbook, main);
        groups = GroupGuess.Of(main);
    }

    public MappingSuggestion Guess()
    {
        var municipality = pick.Take("municipalityCode", f => f.Filled > 0);
        _ = pick.Take("municipalityName", f => f.Filled > 0);
        var projects = new ProjectGuess(pick, sheets, assumptions);
        var places = new PlaceGuess(pick, sheets, groups);
        var name = projects.Name();
        var number = projects.Number();
        var department = places.Department();
        var baseYear = title.Year ?? LatestSettledYear();
        var yearColumn = pick.Take("fiscalYear", f => f.YearShare > 0.8 || f.BareYears == f.Filled && f.Filled > 0);
        var indicators = new IndicatorGuess(main).Guess(pick.Taken, r => YearOf(r, baseYear));
        var stage = title.Stage ?? MoneyStage.Settled;
        var staff = Staff(baseYear, stage);
        var contact = Contact();
        var budget = Budget();
        var money = new MoneyGuess(main, stage).Guess(pick.Taken, r => YearOf(r, baseYear) ?? "0");
        var levels = places.Levels();
        var project = projects.Guess(name, number);
        var evaluation = Evaluation(baseYear);
        var mapping = new Mapping
        {
            Name = Path.GetFileNameWithoutExtension(workbook.FileName),
            Sheets = Sheets(),
            Unit = Unit(money),
            Year = Year(yearColumn, baseYear),
            MunicipalityCode = municipality,
            Project = project,
            Department = department,
            Levels = levels,
            Groups = groups,
            Contact = contact,
            Budget = budget,
            Money = money,
            Staff = staff,
            Indicators = indicators,
            Evaluation = evaluation,
        };
        return new(mapping, Confidence(), assumptions);
    }

    private FiscalYear? LatestSettledYear() =>
        main.Readings.Where(r => r.Year is not null && main.Facts[r.Place].IsNumeric && MoneyGuess.StageOf(r) is null or MoneyStage.Settled).Select(r => r.Year).Max()
        ?? main.Readings.Select(r => r.Year).Where(y => y is not null).Max();

    private static string? YearOf(HeadingReading reading, FiscalYear? baseYear) =>
        reading.Year is { } year ? year.Short : reading.Offset ?? (reading.Spaced.Contains("最終") || reading.Spaced.Contains("基準") ? null : "0");

    private YearRule? Year(string? column, FiscalYear? baseYear)
    {
        if (column is not null && baseYear is null)
            return new() { Column = column, Era = Era.令和 };
        if (column is not null)
            pick.Taken.Add(main.Table.Find(column)!.Value);
        if (baseYear is null)
            assumptions.Add("年度がファイルに書かれていないため、取り込むときに年度を指定してください。");
        return baseYear is { } year ? new() { Fixed = year.Short, Column = column, Era = column is null ? null : Era.令和 } : null;
    }

    private string? Unit(IReadOnlyList<MoneyRule> money)
    {
        if (money.Count == 0 || money.All(m => m.Unit is not null))
            return null;
        if (title.Unit is { } stated)
            return stated;
        var facts = money.Where(m => m.Unit is null).Select(m => main.Facts[main.Table.Find(m.Column)!.Value]).ToList();
        if (facts.All(f => f.MoneyUnits * 2 > f.Numbers))
            return null;
        // why: amounts of a budget that are nearly all whole thousands, or above a billion as 千円, were written in yen.
        var isYen = facts.Sum(f => f.Thousands) * 2 > facts.Sum(f => f.Numbers) || facts.Max(f => f.Largest) > 100_000_000;
        assumptions.Add($"金額の単位がファイルに書かれていないため、{(isYen ? "円" : "千円")}と推定しました。");
        return isYen ? "円" : "千円";
    }

    private IReadOnlyList<StaffRule> Staff(FiscalYear? baseYear, MoneyStage stage)
    {
        var rules = new List<StaffRule>();
        foreach (var (field, measure) in new[] { ("fte", StaffMeasure.Fte), ("hours", StaffMeasure.Hours), ("heads", StaffMeasure.Heads) })
            foreach (var reading in main.Readings.Where(r => !pick.Taken.Contains(r.Place) && r.Fit(field) > 0 && r.Fit("derived") == 0 && r.Unit is null && main.Facts[r.Place].IsNumeric).ToList())
            {
                pick.Taken.Add(reading.Place);
                rules.Add(new() { Column = main.Table.Reference(reading.Place), Measure = measure, Year = YearOf(reading, baseYear) ?? "0", Stage = MoneyGuess.StageOf(reading) ?? stage });
            }

        return [.. rules.DistinctBy(r => (r.Measure, r.Year, r.Stage))];
    }

    private IReadOnlyList<ContactRule> Contact()
    {
        var rules = new List<ContactRule>();
        foreach (var field in new[] { "contact", "subsection" })
            foreach (var reading in main.Readings.Where(r => !pick.Taken.Contains(r.Place) && r.Fit(field) > 0 && main.Facts[r.Place].Filled > 0).ToList())
            {
                pick.Taken.Add(reading.Place);
                rules.Add(new() { Label = reading.Last, Column = main.Table.Reference(reading.Place) });
            }

        return rules;
    }

    private BudgetRule? Budget()
    {
        var rule = new BudgetRule
        {
            Account = pick.Take("budgetAccount", f => f.Filled > 0),
            Category = pick.Take("budgetCategory", f => f.Filled > 0),
            Item = pick.Take("budgetItem", f => f.Filled > 0),
            SubItem = pick.Take("budgetSubItem", f => f.Filled > 0),
        };
        if (rule != new BudgetRule())
            rule = rule with { Line = pick.Take("budgetLine", f => f.Filled > 0) };
        return rule == new BudgetRule() ? null : rule;
    }

    private EvaluationRule? Evaluation(FiscalYear? baseYear)
    {
        var questions = new List<QuestionRule>();
        foreach (var reading in main.Readings.Where(r => !pick.Taken.Contains(r.Place) && (r.Fit("direction") > 0 || r.Fit("comment") > 0) && main.Facts[r.Place] is { Filled: > 0 }).ToList())
        {
            var facts = main.Facts[reading.Place];
            var isChoice = facts.AverageLength < 25 && facts.Distinct <= Math.Max(12, facts.Filled / 10) && reading.Fit("direction") > 0;
            if (!isChoice && facts.IsNumeric)
                continue;
            pick.Taken.Add(reading.Place);
            var column = main.Table.Reference(reading.Place);
            var stage = Later().IsMatch(reading.Whole) ? EvaluationStage.Manager : EvaluationStage.Self;
            var asked = main.Table.Columns[reading.Place].Parts[^1].Trim();
            questions.Add(new() { Question = questions.Any(q => q.Stage == stage && q.Question == asked) ? column : asked, Stage = stage, Choice = isChoice ? column : null, Text = isChoice ? null : column });
        }

        return questions.Count == 0 ? null : new() { Year = EvaluationYear(baseYear), Questions = questions };
    }

    // why: an evaluation judges the year before the one it is done in; the title names either.
    private string EvaluationYear(FiscalYear? baseYear) => baseYear is null || title.Year is null || LatestSettledYear() is not { } settled || settled >= title.Year ? "+1" : "0";

    private IReadOnlyList<SheetRule> Sheets()
    {
        if (workbook.Sheets.Count == 1)
            return [new() { HeadingRows = Rows(main) }];
        return [.. sheets.Select(s => new SheetRule { Name = s.Sheet.Name, HeadingRows = Rows(s) })];

        static IReadOnlyList<int> Rows(SheetGuess sheet) => [.. Enumerable.Range(sheet.Table.FirstRow, sheet.Table.LastRow - sheet.Table.FirstRow + 1)];
    }

    private decimal Confidence()
    {
        var filled = main.Readings.Where(r => main.Facts[r.Place].Filled > 0).ToList();
        var share = filled.Count == 0 ? 0 : filled.Count(r => pick.Taken.Contains(r.Place)) / (decimal)filled.Count;
        return Math.Round(Math.Max(0, share - (0.1m * assumptions.Count)), 2);
    }

    [GeneratedRegex("課長|部長|所属長|管理職|二次|2次|最終|外部|行政評価委員")]
    private static partial Regex Later();
}
