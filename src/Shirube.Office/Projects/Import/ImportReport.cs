using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>What came of a file: the report that commands print with --json and pages show. Other people script against it.</summary>
public sealed record ImportReport(
    string File,
    IReadOnlyList<string> Sheets,
    string Mapping,
    bool DryRun,
    int RowsRead,
    int RowsSkipped,
    ImportReport.ProjectCounts Projects,
    IReadOnlyDictionary<string, int> Items,
    int FinanceRows,
    int Indicators,
    int IndicatorValues,
    int Evaluations,
    IReadOnlyDictionary<string, YearSums> Totals,
    IReadOnlyList<ImportProblem> Problems)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public sealed record ProjectCounts(int Created, int Updated, int Unchanged);

    public int Errors => Problems.Count(p => p.Severity == ProblemSeverity.Error);

    public static ImportReport Of(TakenIn taken, string mapping, bool dryRun)
    {
        var (batch, projects) = (taken.Batch, taken.Of(ImportedKind.Project).ToList());
        var figures = ImportTotals.Of(batch);
        return new(
            batch.File, batch.Sheets, mapping, dryRun, batch.RowsRead, batch.RowsSkipped,
            new(projects.Count(p => p.IsNew), projects.Count(p => IsUpdated(p, taken)), projects.Count(p => !p.IsNew && !IsUpdated(p, taken))),
            figures.Items, figures.FinanceRows, figures.Indicators, figures.IndicatorValues, figures.Evaluations,
            YearSums.Of(batch), [.. taken.Problems.OrderBy(p => p.Severity)]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static ImportReport FromJson(string json) => JsonSerializer.Deserialize<ImportReport>(json, Format)!;

    // why: to the office a project with a new indicator value is an updated project.
    private static bool IsUpdated(Imported project, TakenIn taken) => project.IsUpdated || (!project.IsNew && taken.ChangedProjects.Contains(project.Identity));
}
