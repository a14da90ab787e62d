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
    IReadOnlyDictionary<string, ImportTotals> Totals,
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
        return new(
            batch.File, batch.Sheets, mapping, dryRun, batch.RowsRead, batch.RowsSkipped,
            new(projects.Count(p => p.IsNew), projects.Count(p => IsUpdated(p, taken)), projects.Count(p => !p.IsNew && !IsUpdated(p, taken))),
            batch.Levels.ToDictionary(l => l, l => batch.Items.Count(i => i.Level == l)),
            batch.Projects.Sum(p => p.Money.Select(m => (m.Year, m.Stage)).Concat(p.Staffing.Select(s => (s.Year, s.Stage))).Distinct().Count()),
            batch.Projects.Sum(p => p.Indicators.Count),
            batch.Projects.SelectMany(p => p.Indicators).Sum(i => i.Actuals.Count(a => a.Value is not null) + i.Targets.Count(t => t.Value is not null)),
            batch.Projects.Count(p => p.Evaluation is not null),
            ImportTotals.Of(batch), [.. taken.Problems.OrderBy(p => p.Severity)]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static ImportReport FromJson(string json) => JsonSerializer.Deserialize<ImportReport>(json, Format)!;

    // why: to the office a project with a new indicator value is an updated project.
    private static bool IsUpdated(Imported project, TakenIn taken) => project.IsUpdated || (!project.IsNew && taken.ChangedProjects.Contains(project.Identity));
}
