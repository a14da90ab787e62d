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
    private readonly HashSet<int> taken = [];
    private readonly List<string> assumptions = [];
    private readonly ListTitle title;
    private readonly IReadOnlyList<GroupRule> groups;

    public MappingGuess(Workbook workbook, IReadOnlyList<SheetGuess> sheets)
    {
        this.workbook = workbook;
        this.sheets = sheets;
        main = sheets.MaxBy(s => s.Rows)!;
        title = new(workbook, main);
        groups = GroupGuess.Of(main);
    }

    public MappingSuggestion Guess()
    {
        var municipality = Take("municipalityCode", f => f.Filled > 0);
        var _ = Take("municipalityName", f => f.Filled > 0);
        var name = Name();
        var number = Number();
        var department = Department();
        var baseYear = title.Year ?? LatestSettledYear();
        var yearColumn = Take("fiscalYear", f => f.YearShare > 0.8 || f.BareYears == f.Filled && f.Filled > 0);
        var indicators = new IndicatorGuess(main).Guess(taken, r => YearOf(r, baseYear));
        var stage = title.Stage ?? MoneyStage.Settled;
        var staff = Staff(baseYear, stage);
        var contact = Contact();
        var budget = Budget();
        var money = new MoneyGuess(main, stage).Guess(taken, r => YearOf(r, baseYear) ?? "0");
        var levels = Levels();
        var project = Project(name, number);
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

    private string? Take(string field, Func<ColumnFacts, bool> fits)
    {
        var place = Best(field, fits);
        if (place is not { } found)
            return null;
        taken.Add(found);
        return main.Table.Reference(found);
    }

    private int? Best(string field, Func<ColumnFacts, bool> fits) =>
        main.Readings.Where(r => !taken.Contains(r.Place) && r.Fit(field) > 0 && fits(main.Facts[r.Place]))
            .OrderByDescending(r => r.Fit(field)).ThenBy(r => r.Place).Select(r => (int?)r.Place).FirstOrDefault();

    private string Name()
    {
        var candidates = main.Readings.Where(r => r.Fit("name") > 0 && main.Facts[r.Place] is { IsWords: true }).ToList();
        if (candidates.Count == 0)
            candidates = [.. main.Readings.Where(r => r.Fit("name") > 0)];
        // why: of several names (大事業, 事業, 細事業) the one that differs from row to row names the row.
        var best = candidates.OrderByDescending(r => r.Fit("name") + main.Facts[r.Place].DistinctShare).ThenBy(r => r.Place).First();
        if (candidates.Count(r => r.Fit("name") > 0.9) > 1)
            assumptions.Add($"事務事業の名前は「{main.Table.Columns[best.Place].Path}」としました。");
        taken.Add(best.Place);
        return main.Table.Reference(best.Place);
    }

    private string? Number()
    {
        foreach (var reading in main.Readings.Where(r => !taken.Contains(r.Place) && r.Fit("number") > 0).OrderByDescending(r => r.Fit("number")).ThenBy(r => r.Place))
        {
            var facts = main.Facts[reading.Place];
            var isStrong = reading.Fit("number") > 0.7;
            if (facts.Filled * 2 < main.Rows || facts.AverageLength > 20 || (!isStrong && facts.Distinct + Math.Max(1, facts.Filled / 10) < facts.Filled) || RestartsBySheet(reading.Place, isStrong))
                continue;
            taken.Add(reading.Place);
            return main.Table.Reference(reading.Place);
        }

        return null;
    }

    // why: a running number that starts anew on each sheet is no id.
    private bool RestartsBySheet(int place, bool isStrong)
    {
        if (sheets.Count < 2)
            return false;
        var reference = main.Table.Reference(place);
        var values = sheets.Select(s => s.Table.Find(reference) is { } there ? s.Facts[there].Values : []).ToList();
        return values.Sum(v => v.Count) - values.SelectMany(v => v).Distinct().Count() is var repeated && (isStrong ? repeated > 1 && repeated * 5 > values.Sum(v => v.Count) : repeated > 0);
    }

    private DepartmentRule? Department()
    {
        var bureau = Take("bureau", f => f.IsWords);
        var section = Take("section", f => f.IsWords) ?? Take("department", f => f.IsWords);
        var columns = new[] { bureau, section }.OfType<string>().ToList();
        if (columns.Count < 2 && bureau is null && groups.Any(g => g.IsDepartment))
            columns.Insert(0, "@group:部課");
        else if (sheets.Count > 1 && bureau is null && sheets.All(s => SheetNames.IsDepartment(s.Sheet.Name)))
            columns.Insert(0, "@sheet");
        else if (columns.Count == 0 && new[] { "担当課", "所管課", "担当部署", "所属", "主管課", "部課名" }.FirstOrDefault(l => main.Table.Label(l) is not null) is { } label)
            columns.Add($"@label:{label}");
        if (columns.Count == 0)
            return null;
        var places = columns.Select(main.Table.Find).OfType<int>().ToList();
        return new() { Columns = columns, FillDown = places.Any(p => main.Facts[p].Filled > 0 && main.Facts[p].Filled < main.Rows * 0.7 && !HasMerges(p)) && places.All(p => main.Facts[p].DistinctShare > 0.3) };
    }

    private bool HasMerges(int place) => main.Sheet.Merges.Any(m => m.FirstRow > main.Table.LastRow && m.FirstColumn == place && m.LastRow > m.FirstRow);

    private IReadOnlyList<LevelRule> Levels()
    {
        var levels = LevelGuess.Guess(main, taken).ToList();
        levels.InsertRange(0, groups.Where(g => !g.IsDepartment && levels.All(l => l.Name != g.Name))
            .Select(g => new LevelRule { Name = g.Name, Title = $"@group:{g.Name}", CodeInTitle = TreeReader.BeginWithOwnCodes([.. main.LoneTexts.Where(t => RowKind.Names(g, t)).Distinct()]) }));
        if (levels.Count > 0)
            return levels;
        foreach (var level in Vocabulary.Known.Levels.Where(l => l.Length > 1))
            if (new[] { $"{level}名", level }.FirstOrDefault(l => sheets.All(s => s.Table.Label(l) is not null)) is { } label)
                levels.Add(new() { Name = level, Title = $"@label:{label}", CodeInTitle = TreeReader.BeginWithOwnCodes([.. sheets.Select(s => s.Table.Label(label)!.Value.Text)]) });
        if (levels.Count == 0 && sheets.Count > 1 && !sheets.All(s => SheetNames.IsDepartment(s.Sheet.Name)) && sheets.All(s => SheetNames.SaysSomething(s.Sheet.Name)))
            levels.Add(new() { Name = SheetNames.Level(sheets.Select(s => s.Sheet.Name)), Title = "@sheet", CodeInTitle = TreeReader.BeginWithOwnCodes([.. sheets.Select(s => s.Sheet.Name)]) });
        return levels;
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
            taken.Add(main.Table.Find(column)!.Value);
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
            foreach (var reading in main.Readings.Where(r => !taken.Contains(r.Place) && r.Fit(field) > 0 && r.Fit("derived") == 0 && r.Unit is null && main.Facts[r.Place].IsNumeric).ToList())
            {
                taken.Add(reading.Place);
                rules.Add(new() { Column = main.Table.Reference(reading.Place), Measure = measure, Year = YearOf(reading, baseYear) ?? "0", Stage = MoneyGuess.StageOf(reading) ?? stage });
            }

        return [.. rules.DistinctBy(r => (r.Measure, r.Year, r.Stage))];
    }

    private IReadOnlyList<ContactRule> Contact()
    {
        var rules = new List<ContactRule>();
        foreach (var field in new[] { "contact", "subsection" })
            foreach (var reading in main.Readings.Where(r => !taken.Contains(r.Place) && r.Fit(field) > 0 && main.Facts[r.Place].Filled > 0).ToList())
            {
                taken.Add(reading.Place);
                rules.Add(new() { Label = reading.Last, Column = main.Table.Reference(reading.Place) });
            }

        return rules;
    }

    private BudgetRule? Budget()
    {
        var rule = new BudgetRule
        {
            Account = Take("budgetAccount", f => f.Filled > 0),
            Category = Take("budgetCategory", f => f.Filled > 0),
            Item = Take("budgetItem", f => f.Filled > 0),
            SubItem = Take("budgetSubItem", f => f.Filled > 0),
        };
        if (rule != new BudgetRule())
            rule = rule with { Line = Take("budgetLine", f => f.Filled > 0) };
        return rule == new BudgetRule() ? null : rule;
    }

    private ProjectRule Project(string name, string? number)
    {
        var implementation = Take("implementationPlan", f => f.MarkShare > 0.8);
        var strategy = Take("regionalStrategy", f => f.MarkShare > 0.8);
        var statutory = Take("statutory", f => f.IsWords && f.Distinct <= 12);
        var basis = main.Readings.FirstOrDefault(r => !taken.Contains(r.Place) && r.Fit("legalBasis") > 0 && main.Facts[r.Place].Filled > 0);
        if (basis is not null && statutory is null && main.Facts[basis.Place] is { Distinct: <= 12 } facts && facts.Values.Any(v => Duty().IsMatch(v)) && facts.AverageLength < 12)
            statutory = Take("legalBasis", f => f == facts);
        var begin = Take("begin", f => f.Years + f.BareYears > 0);
        var end = Take("end", f => f.Filled > 0);
        return new()
        {
            Name = name,
            Number = number,
            Statutory = statutory,
            LegalBasis = Take("legalBasis", f => f.Filled > 0),
            InImplementationPlan = implementation,
            InRegionalStrategy = strategy,
            Begin = begin,
            BeginEra = BareEra(begin),
            End = end,
            PeriodKind = Take("periodKind", f => f.IsWords) ?? Take("period", f => f.IsWords && f.Distinct <= 6 && f.Values.All(v => !v.Any(char.IsAsciiDigit))),
            Period = begin is null ? Take("period", f => f.Filled > 0) : null,
            Outline = Take("outline", IsProse),
            Target = Take("target", IsProse),
            Intent = Take("intent", IsProse),
            MeansPlanned = Take("meansPlanned", IsProse),
            Means = Take("means", IsProse),
            Result = Take("result", IsProse),
            Class = Take("class", f => f.IsWords && f.Distinct <= Math.Max(12, f.Filled / 5) && f.AverageLength < 30),
        };
    }

    private static bool IsProse(ColumnFacts facts) => facts.IsWords;

    // why: a begin later than the present year of 令和 can only be of 平成.
    private Era? BareEra(string? column) =>
        column is not null && main.Facts[main.Table.Find(column)!.Value] is { BareYears: > 0 } facts
        && facts.Values.Any(v => int.TryParse(v, out var n) && n is > 12 and <= 31) && facts.Values.All(v => !int.TryParse(v, out var n) || n <= 31) ? Era.平成 : null;

    private EvaluationRule? Evaluation(FiscalYear? baseYear)
    {
        var questions = new List<QuestionRule>();
        foreach (var reading in main.Readings.Where(r => !taken.Contains(r.Place) && (r.Fit("direction") > 0 || r.Fit("comment") > 0) && main.Facts[r.Place] is { Filled: > 0 }).ToList())
        {
            var facts = main.Facts[reading.Place];
            var isChoice = facts.AverageLength < 25 && facts.Distinct <= Math.Max(12, facts.Filled / 10) && reading.Fit("direction") > 0;
            if (!isChoice && facts.IsNumeric)
                continue;
            taken.Add(reading.Place);
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
        var share = filled.Count == 0 ? 0 : filled.Count(r => taken.Contains(r.Place)) / (decimal)filled.Count;
        return Math.Round(Math.Max(0, share - (0.1m * assumptions.Count)), 2);
    }

    [GeneratedRegex("義務|法定|任意|自治事務|法令")]
    private static partial Regex Duty();

    [GeneratedRegex("課長|部長|所属長|管理職|二次|2次|最終|外部|行政評価委員")]
    private static partial Regex Later();
}
