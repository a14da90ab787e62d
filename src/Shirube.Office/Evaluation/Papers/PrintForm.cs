using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>印刷の様式: which fields of a project's record a printed paper shows, and in which layout. Data, so that a paper of the municipality's own needs no change of the program.</summary>
/// <param name="Name">How commands and addresses call it.</param>
public sealed record PrintForm(string Name, string Title, PrintLayout Layout, bool IsLandscape, IReadOnlyList<PrintSection> Sections)
{
    public const int MostFields = 60;

    /// <summary>What it says under its title.</summary>
    public string? Note { get; init; }

    internal IEnumerable<PrintField> Fields => Sections.SelectMany(s => s.Fields);
}

public enum PrintLayout
{
    /// <summary>一覧: a row for each, a column for each field.</summary>
    List,
    /// <summary>調書: pages for each, with a table for each section.</summary>
    Statement,
}

public sealed record PrintSection(string Title, IReadOnlyList<PrintField> Fields);

/// <summary>One field: what it takes from the record, and what it is called on the paper.</summary>
public sealed record PrintField(RecordField Field, string Title)
{
    /// <summary>Of a list: the width of its column in relation to the others.</summary>
    public int Width { get; init; } = 10;

    /// <summary>Of a cost: years from the judged one, -2 to 1.</summary>
    public int Years { get; init; }

    /// <summary>Of a verdict: the stage's order in the round; null asks for what stands.</summary>
    public int? Stage { get; init; }

    /// <summary>Of a verdict or of answers: what summaries take the question for.</summary>
    public QuestionRole? Role { get; init; }
}

/// <summary>What a printed paper can take from a project, its sheet and its figures.</summary>
public enum RecordField
{
    Number,
    Name,
    Department,
    Place,
    Class,
    Period,
    Legal,
    BudgetLines,
    Outline,
    Target,
    Intent,
    Means,
    MeansPlanned,
    Aim,
    /// <summary>事業費 of one year, at the furthest stage of the budget's life.</summary>
    Cost,
    /// <summary>The choice of a stage, or the one that stands.</summary>
    Verdict,
    /// <summary>The whole answers to the questions of a role.</summary>
    Answers,
    /// <summary>The indicators of the judged year in one cell.</summary>
    Indicators,
    /// <summary>A table of money by source over the years; only in a statement.</summary>
    MoneyTable,
    /// <summary>A table of the judged year's budget against its settlement; only in a statement.</summary>
    ExecutionTable,
    /// <summary>A table of indicators over the years; only in a statement.</summary>
    IndicatorTable,
    /// <summary>All questions and answers of the sheet; only in a statement.</summary>
    AllAnswers,
}
