using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>A mapping as JSON: read with clear errors, written so that people can edit it.</summary>
public static class MappingFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists, WriteWhatHasAnotherDefault } },
    };

    public static Mapping Read(string json)
    {
        Mapping? mapping;
        try
        {
            mapping = JsonSerializer.Deserialize<Mapping>(json, Options);
        }
        catch (JsonException wrong)
        {
            throw new RefusalException(Refusals.ImportMappingInvalid(Place(wrong), Why(wrong)));
        }

        if (mapping is null)
            throw new RefusalException(Refusals.ImportMappingInvalid("全体", "中身がありません"));
        MappingCheck.WhyNot(mapping).ThrowIfAny();
        return mapping;
    }

    public static Mapping Read(Stream json)
    {
        using var reader = new StreamReader(json, leaveOpen: true);
        return Read(reader.ReadToEnd());
    }

    public static string Write(Mapping mapping) => JsonSerializer.Serialize(mapping, Options);

    /// <summary>The JSON schema of a mapping file, for editors that complete and check as one types.</summary>
    public static JsonNode Schema => Options.GetJsonSchemaAsNode(typeof(Mapping));

    private static string Place(JsonException wrong) =>
        $"{(wrong.LineNumber is { } line ? $"{line + 1}行目" : "")}{(wrong.Path is { Length: > 1 } path ? $"「{path[2..]}」" : "書き方")}";

    private static string Why(JsonException wrong) =>
        wrong.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "知らない項目名です"
        : wrong.Message.Contains("missing required", StringComparison.Ordinal) ? $"必要な項目{Missing(wrong.Message)}がありません"
        : wrong.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? "同じ項目が2度あります"
        : wrong.Message.Contains("could not be converted", StringComparison.Ordinal) ? "値が決まりに合いません" : "JSONとして読めません";

    private static string Missing(string message) =>
        string.Concat(message[(message.LastIndexOf(':') + 1)..].Split(',').Select(name => $"「{name.Trim(' ', '\'', '.')}」"));

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string))
                property.ShouldSerialize = static (_, value) => value is System.Collections.IEnumerable list && list.GetEnumerator().MoveNext();
    }

    // why: a value is left out only where reading it back gives the same; these start from something else than the type's zero.
    private static void WriteWhatHasAnotherDefault(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.PropertyType == typeof(Domain.Projects.MoneyStage) || type.Type == typeof(DepartmentRule) && property.PropertyType == typeof(bool) || property.IsRequired)
                property.ShouldSerialize = static (_, _) => true;
    }
}
