using System.Text.Encodings.Web;
using System.Text.Json;
using Shirube.Data;

namespace Shirube.Safety;

/// <summary>Describes the tables of a copy for programs of others, as a Frictionless Data Package: names, types, keys, and in Japanese what each is.</summary>
internal static class DataPackage
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool Write(CopyManifest manifest, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("profile", "data-package");
        json.WriteString("name", $"shirube-{manifest.MunicipalityCode}");
        json.WriteString("title", $"{manifest.MunicipalityName}の総合計画のデータ");
        json.WriteString("description", "標(しるべ)から書き出した、この団体のすべての表。CSVはUTF-8、改行はLF。文字は必ず引用符で囲み、囲まれていない空は「値がない」ことを表します。日時はUTC、金額は円。");
        json.WriteString("created", manifest.MadeAt);
        json.WriteStartArray("resources");
        foreach (var table in manifest.Tables)
            WriteTable(json, table);
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    }

    private static void WriteTable(Utf8JsonWriter json, CopiedTable table)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", table.Shape.Name);
        if (TableWords.Of(table.Shape.Name) is { } title)
            json.WriteString("title", title);
        json.WriteString("path", $"tables/{table.Shape.Name}.csv");
        json.WriteString("format", "csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", table.Sum.Bytes);
        json.WriteString("hash", $"sha256:{table.Sum.Sha256}");
        json.WriteNumber("rows", table.Sum.Rows);
        json.WriteStartObject("dialect");
        json.WriteString("lineTerminator", "\n");
        json.WriteBoolean("doubleQuote", true);
        json.WriteBoolean("header", true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Shape.Columns)
            WriteField(json, column);
        json.WriteEndArray();
        WriteNames(json, "primaryKey", table.Shape.Key);
        json.WriteStartArray("foreignKeys");
        foreach (var reference in table.Shape.References)
            WriteReference(json, table, reference);
        json.WriteEndArray();
        WriteNames(json, "missingValues", [""]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, CopiedTable table, ReferenceShape reference)
    {
        json.WriteStartObject();
        WriteNames(json, "fields", reference.Columns);
        json.WriteStartObject("reference");
        json.WriteString("resource", reference.Table == table.Shape.Name ? "" : reference.Table);
        WriteNames(json, "fields", reference.KeyColumns);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ColumnShape column)
    {
        var (type, format) = column.Kind switch
        {
            CopyKind.Id => ("string", "uuid"),
            CopyKind.Whole => ("integer", null),
            CopyKind.Number or CopyKind.Real => ("number", null),
            CopyKind.Flag => ("boolean", null),
            CopyKind.Instant or CopyKind.OffsetInstant => ("datetime", "any"),
            CopyKind.Day => ("date", null),
            CopyKind.Time => ("time", "any"),
            CopyKind.Bytes => ("string", "binary"),
            _ => ("string", (string?)null),
        };
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        if (TableWords.OfColumn(column.Name) is { } title)
            json.WriteString("title", title);
        json.WriteString("type", type);
        if (format is not null)
            json.WriteString("format", format);
        json.WriteStartObject("constraints");
        json.WriteBoolean("required", !column.Nullable);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names)
            json.WriteStringValue(one);
        json.WriteEndArray();
    }
}
