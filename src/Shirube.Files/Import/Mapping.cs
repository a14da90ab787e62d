using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>How a layout is read: which sheets, which headings stand for which fields. Columns are named by heading (「所属/部」, the third of equal ones 「国庫支出金#3」), by letter (「=BT」), by the sheet's name (「@sheet」) or by a labelled cell above the table (「@label:施策名」). Documented in docs/import-mapping.md.</summary>
public sealed record Mapping
{
    public int Version { get; init; } = 1;
    public string? Name { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<SheetRule> Sheets { get; init; } = [new()];
    /// <summary>Unit of amounts where neither the rule nor the cell says one: 円, 千円, 万円, 百万円, 億円.</summary>
    public string? Unit { get; init; }
    public YearRule? Year { get; init; }
    public string? MunicipalityCode { get; init; }
    public required ProjectRule Project { get; init; }
    public DepartmentRule? Department { get; init; }
    public IReadOnlyList<LevelRule> Levels { get; init; } = [];
    public IReadOnlyList<ContactRule> Contact { get; init; } = [];
    /// <summary>Rows that hold one text alone and name the group of the rows below, from the widest group down; columns name them as 「@group:施策」.</summary>
    public IReadOnlyList<GroupRule> Groups { get; init; } = [];
    public BudgetRule? Budget { get; init; }
    /// <summary>The years of equal headings from left to right, for the rules that are <c>inSeries</c>.</summary>
    public IReadOnlyList<SeriesStep> Series { get; init; } = [];
    public IReadOnlyList<MoneyRule> Money { get; init; } = [];
    public IReadOnlyList<StaffRule> Staff { get; init; } = [];
    public IReadOnlyList<IndicatorRule> Indicators { get; init; } = [];
    public EvaluationRule? Evaluation { get; init; }
    /// <summary>Written text → text to use, for names of items and departments: overrides "most frequent wins".</summary>
    public IReadOnlyDictionary<string, string> Spellings { get; init; } = new Dictionary<string, string>();
    /// <summary>Further texts that mark a row as no project (a sum, a note), compared as headings are.</summary>
    public IReadOnlyList<string> SkipRows { get; init; } = [];
    /// <summary>Columns left out on purpose: they are not listed as unread.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];
}

/// <summary>Sheets by name (* stands for any text; hidden sheets only by their full name) and, where they cannot be found by the headings, the rows of their headings.</summary>
public sealed record SheetRule
{
    public string Name { get; init; } = "*";
    public IReadOnlyList<int>? HeadingRows { get; init; }
}

/// <summary>The year a sheet or row counts from: fixed, from a column (bare numbers in the given era), or in the sheet's name.</summary>
public sealed record YearRule
{
    public string? Fixed { get; init; }
    public string? Column { get; init; }
    public Era? Era { get; init; }
    public bool FromSheetName { get; init; }
}

public sealed record ProjectRule
{
    public required string Name { get; init; }
    public string? Number { get; init; }
    public string? Class { get; init; }
    public string? Statutory { get; init; }
    public string? LegalBasis { get; init; }
    public string? InImplementationPlan { get; init; }
    public string? InRegionalStrategy { get; init; }
    public string? PeriodKind { get; init; }
    /// <summary>One column with both ends: 「令和5～令和7」.</summary>
    public string? Period { get; init; }
    public string? Begin { get; init; }
    public Era? BeginEra { get; init; }
    public string? End { get; init; }
    public Era? EndEra { get; init; }
    public string? Outline { get; init; }
    public string? Means { get; init; }
    public string? MeansPlanned { get; init; }
    public string? Target { get; init; }
    public string? Intent { get; init; }
    public string? Result { get; init; }
}

/// <summary>Columns of the owner from the top unit down. <see cref="Split"/> parts 「企画政策部企画調整課」 where the same 部 leads several units; <see cref="FillDown"/> carries a value down over blank cells below it.</summary>
public sealed record DepartmentRule
{
    public required IReadOnlyList<string> Columns { get; init; }
    public bool Split { get; init; } = true;
    public bool FillDown { get; init; }
}

public enum ItemIdentity
{
    /// <summary>By code where codes do not restart, else by code and title.</summary>
    Auto,
    Code,
    Title,
}

public sealed record LevelRule
{
    public required string Name { get; init; }
    /// <summary>Columns whose texts joined make the code.</summary>
    public IReadOnlyList<string> Code { get; init; } = [];
    public required string Title { get; init; }
    /// <summary>「10 市民との情報共有」: the number before the words is the code.</summary>
    public bool CodeInTitle { get; init; }
    public ItemIdentity Identity { get; init; }
    public bool FillDown { get; init; }
}

/// <summary>Which lone texts name a group: those that begin so, or those that are a department's name, or (neither given) all of them.</summary>
public sealed record GroupRule
{
    public required string Name { get; init; }
    public string? StartsWith { get; init; }
    public bool IsDepartment { get; init; }
}

/// <summary>Seen by staff only: never in a release.</summary>
public sealed record ContactRule
{
    public required string Label { get; init; }
    public required string Column { get; init; }
}

public sealed record BudgetRule
{
    public string? Account { get; init; }
    public string? Category { get; init; }
    public string? Item { get; init; }
    public string? SubItem { get; init; }
    public string? Line { get; init; }
}

/// <summary>A year (R6, 令和6, 2024; or -1, 0, +1 counted from the sheet's year) and the stage its amounts have.</summary>
public sealed record SeriesStep
{
    public required string Year { get; init; }
    public MoneyStage Stage { get; init; } = MoneyStage.Settled;
}

public sealed record MoneyRule
{
    public required string Column { get; init; }
    public required MoneyKind Kind { get; init; }
    public string? Unit { get; init; }
    public bool InSeries { get; init; }
    public string? Year { get; init; }
    public MoneyStage Stage { get; init; } = MoneyStage.Settled;
}

public enum StaffMeasure
{
    Heads,
    Hours,
    Fte,
}

public sealed record StaffRule
{
    public required string Column { get; init; }
    public required StaffMeasure Measure { get; init; }
    public bool InSeries { get; init; }
    public string? Year { get; init; }
    public MoneyStage Stage { get; init; } = MoneyStage.Settled;
}

public sealed record IndicatorRule
{
    /// <summary>Its place in the layout, stable over the years: 活動1.</summary>
    public required string Slot { get; init; }
    public required IndicatorKind Kind { get; init; }
    public required string Name { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<IndicatorValueRule> Values { get; init; } = [];
}

public sealed record IndicatorValueRule
{
    public required string Column { get; init; }
    public bool InSeries { get; init; }
    public string? Year { get; init; }
    /// <summary>A target instead of an actual. In a series, the steps that are not settled hold targets.</summary>
    public bool IsTarget { get; init; }
}

/// <summary>The answers of an evaluation done in a year (fixed, or counted from the sheet's year).</summary>
public sealed record EvaluationRule
{
    public string Year { get; init; } = "0";
    public IReadOnlyList<QuestionRule> Questions { get; init; } = [];
}

/// <summary>One question; the same question at both stages is compared.</summary>
public sealed record QuestionRule
{
    public required string Question { get; init; }
    public EvaluationStage Stage { get; init; } = EvaluationStage.Self;
    public string? Choice { get; init; }
    public string? Text { get; init; }
}
