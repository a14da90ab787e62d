using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shirube.Office.Projects.Import;

/// <summary>What taking a file in would do, as the preview page shows it.</summary>
public sealed record ImportPreview(ImportReport Report, IReadOnlyList<ImportPreview.Line> Fresh, IReadOnlyList<ImportPreview.Line> Changed)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public sealed record Line(string Title, IReadOnlyList<Field> Fields);

    public sealed record Field(string Name, string Before, string After);

    public static ImportPreview Of(TakenIn taken, string mapping) => new(
        ImportReport.Of(taken, mapping, dryRun: true),
        [.. taken.Of(ImportedKind.Project).Where(p => p.IsNew).Select(p => new Line(p.Title, []))],
        [.. taken.Things.Where(t => t.IsUpdated).Select(t => new Line(t.Title, [.. t.Merge.Changes.Select(c => FieldOf(c, taken))]))]);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static ImportPreview FromJson(string json) => JsonSerializer.Deserialize<ImportPreview>(json, Format)!;

    private static Field FieldOf(FieldChange change, TakenIn taken) =>
        new(FieldWords.Of(change.Field), FieldWords.ValueOf(change.Field, change.Before, taken.Names), FieldWords.ValueOf(change.Field, change.After, taken.Names));
}
