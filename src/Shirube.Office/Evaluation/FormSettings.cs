using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>A form's settings as a file (JSON), so that a municipality can take over what another uses; and the ones the program brings.</summary>
public static class FormSettings
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new KeyConverter() }, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 16,
    };

    /// <summary>The forms that the program brings, by their names in addresses.</summary>
    public static IReadOnlyDictionary<string, FormSpec> Templates { get; } = new[] { "eight-axes", "four-levels", "statutory-light", "ex-ante", "measure", "mid-term" }.ToDictionary(n => n, ReadTemplate);

    public static byte[] Write(FormSpec spec) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(spec, Options) + "\n");

    /// <summary>Refuses what is no such file or does not fit together.</summary>
    public static FormSpec Read(Stream file)
    {
        try
        {
            var spec = JsonSerializer.Deserialize<FormSpec>(file, Options) ?? throw new RefusalException(Refusals.FormFileUnread("中身がありません"));
            // why: the reader minds nulls in place of a member, not within a list.
            (spec.Stages.Contains(null!) || spec.Questions.Any(q => q is null || q.Choices.Contains(null!)) ? Refusals.FormFileUnread("中身のない項目があります") : null).ThrowIfAny();
            spec.WhyNot.ThrowIfAny();
            return spec;
        }
        catch (JsonException wrong)
        {
            throw new RefusalException(Refusals.FormFileUnread($"{(wrong.LineNumber ?? 0) + 1}行目"));
        }
    }

    private static FormSpec ReadTemplate(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Shirube.Office.Evaluation.Templates.{name}.json")!;
        return Read(resource);
    }

    private sealed class KeyConverter : JsonConverter<PublicKey>
    {
        public override PublicKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 and <= 20 } key && key.All(char.IsAsciiLetterOrDigit) ? new(key) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, PublicKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
