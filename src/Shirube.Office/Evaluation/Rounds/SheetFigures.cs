using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>The figures beside the answers of a sheet, filled in from the records: money and staff, indicators, and for a plan item its projects. Kept as they stood when the round is closed.</summary>
public sealed record SheetFigures(FigureTable Money, IReadOnlyList<FigureIndicator> Indicators, IReadOnlyList<FigureMember> Members)
{
    public static readonly SheetFigures None = new(new([], []), [], []);
}

/// <summary>Money and staff: a column for each year, at the furthest stage of the budget's life that it has figures of.</summary>
public sealed record FigureTable(IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureLine> Lines)
{
    /// <summary>The column of a year; null where the year has no figures.</summary>
    public FigureColumn? ColumnOf(FiscalYear year) => Columns.FirstOrDefault(c => c.Year == year.Value);

    /// <summary>What was spent in a year; null where it is not known.</summary>
    public long? CostIn(FiscalYear year) => Columns.ToList().FindIndex(c => c.Year == year.Value) is >= 0 and var at
        ? CostCheck.CostOf(Lines.Where(l => l.Kind is not null && l.Cells[at].Value is not null).Select(l => (l.Kind!.Value, (long)l.Cells[at].Value!.Value))) : null;
}

public sealed record FigureColumn(int Year, MoneyStage Stage);

/// <param name="Kind">Of an amount in yen; null for a line of staff.</param>
public sealed record FigureLine(string Name, MoneyKind? Kind, IReadOnlyList<FigureCell> Cells);

/// <summary>A value, or the words that stand in its place; both null where nothing is recorded.</summary>
/// <param name="Unknown">Of a sum: how many of its parts are not known.</param>
public sealed record FigureCell(decimal? Value, string? Words = null, int Unknown = 0)
{
    public static readonly FigureCell Blank = new(null, null);
}

public sealed record FigureIndicator(string Key, string Name, string? Unit, IndicatorKind Kind, IReadOnlyList<FigureYear> Years)
{
    /// <summary>Rate, pace and grade of the last year shown, with the reason where there is none.</summary>
    public string? Assessed { get; init; }
}

public sealed record FigureYear(int Year, FigureCell Target, FigureCell Actual);

/// <summary>A project under the plan item of a sheet: what it cost in the judged year, and what its own sheet of the year says.</summary>
public sealed record FigureMember(string Key, string Name, FigureCell Cost)
{
    /// <summary>The stage of the budget's life that the cost is of; null in what was kept before it was kept.</summary>
    public MoneyStage? CostStage { get; init; }
    public string? Sheet { get; init; }
    public string? Direction { get; init; }
    public string? Result { get; init; }
}
