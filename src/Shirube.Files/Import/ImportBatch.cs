using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>What one file says, read through one mapping: facts only, nothing compared with the database yet. Text is as it came; money is yen.</summary>
public sealed record ImportBatch(
    string File,
    string Sha256,
    IReadOnlyList<string> Sheets,
    int RowsRead,
    int RowsSkipped,
    IReadOnlyList<string> Levels,
    IReadOnlyList<ImportedItem> Items,
    IReadOnlyList<ImportedProject> Projects,
    IReadOnlyList<ImportProblem> Problems)
{
    public bool HasErrors => Problems.Any(p => p.Severity == ProblemSeverity.Error);
}

/// <summary>A node of the plan's tree. <see cref="Path"/> is its stable identity within the file: the codes (or, lacking codes, titles) from the top level down.</summary>
public sealed record ImportedItem(string Path, string? ParentPath, string Level, string? Code, string Title);

/// <summary>One project as the file has it. <see cref="Number"/> is the city's own id (null only where the layout has none); a null list element or field means the file is blank there.</summary>
public sealed record ImportedProject(
    SourceRow Source,
    string? Number,
    string Name,
    FiscalYear? SheetYear,
    IReadOnlyList<string> DepartmentPath,
    string? ItemPath,
    string? Class,
    bool? IsStatutory,
    string? LegalBasis,
    bool? InImplementationPlan,
    bool? InRegionalStrategy,
    ProjectPeriod Period,
    ProjectText Text,
    string? InternalContact,
    IReadOnlyList<BudgetCode> BudgetLines,
    IReadOnlyList<ImportedMoney> Money,
    IReadOnlyList<ImportedStaffing> Staffing,
    IReadOnlyList<ImportedIndicator> Indicators,
    ImportedEvaluation? Evaluation);

/// <summary>Where a fact came from: sheet name and row as a person sees it, from 1.</summary>
public sealed record SourceRow(string Sheet, int Row);

public sealed record ImportedMoney(FiscalYear Year, MoneyStage Stage, MoneyKind Kind, Figure Figure);

public sealed record ImportedStaffing(FiscalYear Year, MoneyStage Stage, decimal? Heads, decimal? Hours, decimal? Fte);

/// <summary>One named indicator of a project. <see cref="Slot"/> is its place in the layout (活動1, 成果2), stable over later imports of the same layout.</summary>
public sealed record ImportedIndicator(string Slot, int Order, IndicatorKind Kind, string Name, string? Unit, IReadOnlyList<ImportedActual> Actuals, IReadOnlyList<ImportedTarget> Targets);

public sealed record ImportedActual(FiscalYear Year, decimal? Value, ActualStatus Status, string? AsWritten);

public sealed record ImportedTarget(FiscalYear Year, decimal? Value, string? AsWritten);

public sealed record ImportedEvaluation(FiscalYear Year, IReadOnlyList<ImportedAnswer> Answers);

public sealed record ImportedAnswer(int Order, EvaluationStage Stage, string Question, string? Choice, string? Text);

public enum ProblemSeverity
{
    Error,
    Warning,
    Info,
}

/// <summary>A cell that was not taken as it stands, or a decision about several. Equal dirt is one problem with its count and cells.</summary>
/// <param name="Choices">Where a person may decide otherwise: the texts to choose from.</param>
public sealed record ImportProblem(
    ProblemSeverity Severity,
    string Code,
    string? Sheet,
    int? Row,
    string? Column,
    string? Value,
    string Message,
    string? Decision,
    int Count = 1,
    IReadOnlyList<string>? Cells = null,
    IReadOnlyList<string>? Choices = null);
