using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shirube.Data;

namespace Shirube.Safety;

internal sealed record CopiedTable(TableShape Shape, TableSum Sum);

/// <summary>What a backup or an export says of itself: the file <c>manifest.json</c> in it.</summary>
internal sealed record CopyManifest(
    string Format, int Version, string MunicipalityCode, string MunicipalityName, DateTime MadeAt, string Program, string Database, bool WithAccounts, bool WithKeys,
    IReadOnlyList<SchemaStep> Schema, IReadOnlyList<CopiedTable> Tables)
{
    public const string FileName = "manifest.json";
    public const string FormatName = "shirube-copy";
    public const int Current = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public long Rows => Tables.Sum(t => t.Sum.Rows);

    public void Write(Stream to) => JsonSerializer.Serialize(to, this, Json);

    /// <summary>The manifest, or null when it is none of ours.</summary>
    public static CopyManifest? Read(Stream from) => Try(() => JsonSerializer.Deserialize<CopyManifest>(from, Json));

    /// <summary>The version of the format, which can be read even where the rest of the manifest has changed; null where it is none of ours.</summary>
    public static int? VersionOf(Stream from) =>
        Try(() => JsonSerializer.Deserialize<Heading>(from, JsonSerializerOptions.Web)) is { Format: FormatName } heading ? heading.Version : null;

    private static T? Try<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private sealed record Heading(string? Format, int Version);
}
