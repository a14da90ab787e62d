using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Plans;
using Shirube.Ui.Hosting;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>The tables of the release as CSV and JSON files.</summary>
public static class Downloads
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var data = endpoints.MapGroup("/data").AllowAnonymous().WithMetadata(new FaceMetadata(Face.Public));
        data.MapGet("/{table}.csv", (string table, HttpContext context, ReleaseStore store, TimeProvider clock) => Send(context, store, clock, table, "csv"));
        endpoints.MapGet("/figures/{key}", (string key, HttpContext context, ReleaseStore store, TimeProvider clock) =>
            Opened(context, store, clock) is var (release, status, why) && release is not null ? FigurePictures.Send(release, key) : Said(status, why)).AllowAnonymous().WithMetadata(new FaceMetadata(Face.Public));
        data.MapGet("/{table}.json", (string table, HttpContext context, ReleaseStore store, TimeProvider clock) => Send(context, store, clock, table, "json"));
    }

    private static IResult Send(HttpContext context, ReleaseStore store, TimeProvider clock, string table, string kind)
    {
        var tables = DataDictionary.Tables.Where(t => table == "all" && kind == "json" || t.Name == table).ToList();
        if (tables.Count == 0)
            return Results.Text("この名前の表はありません。", "text/plain; charset=utf-8", statusCode: 404);
        var (release, status, why) = Opened(context, store, clock);
        if (release is null)
            return Said(status, why);
        var name = $"{context.Municipality().Code}-{release.Id}-{table}.{kind}";
        return kind == "csv"
            ? Results.Stream(body => WriteCsv(body, release, tables[0]), "text/csv; charset=utf-8", name)
            : Results.Stream(body => WriteJson(body, release, tables, asOne: table != "all"), "application/json; charset=utf-8", name);
    }

    private static IResult Said(int status, string why) => Results.Text(why, "text/plain; charset=utf-8", statusCode: status);

    private static (Release? Release, int Status, string Why) Opened(HttpContext context, ReleaseStore store, TimeProvider clock)
    {
        var code = context.Municipality().Code;
        var asked = context.Request.Query["as-of"].ToString();
        if (asked.Length == 0)
            return (store.Current(code), 404, "まだ公表されていません。");
        if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > Tokyo.DayOf(clock.GetUtcNow().UtcDateTime))
            return (null, 400, "as-of には、きょうまでの日付を2026-11-22のように指定してください。");
        var found = store.AsOf(code, day);
        return found.Withdrawn is { } gone ? (null, 410, $"この公表は取り下げられました。理由: {gone.Withdrawal!.Why}") : (found.Release, 404, "この日にはまだ公表がありません。");
    }

    private static async Task WriteCsv(Stream body, Release release, ReleaseTable table)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', table.Columns.Select(c => c.Name)));
        foreach (var row in Rows(release, table))
            await writer.WriteLineAsync(string.Join(',', table.Columns.Select(c => Csv.Cell(row[c.Name], isText: c.Kind is ColumnKind.Text))));
    }

    private static async Task WriteJson(Stream body, Release release, IReadOnlyList<ReleaseTable> tables, bool asOne)
    {
        await using var json = new Utf8JsonWriter(body, Json);
        if (!asOne)
            json.WriteStartObject();
        foreach (var table in tables)
        {
            if (!asOne)
                json.WritePropertyName(table.Name);
            json.WriteStartArray();
            foreach (var row in Rows(release, table))
            {
                json.WriteStartObject();
                foreach (var column in table.Columns)
                    Write(json, column, row[column.Name]);
                json.WriteEndObject();
                if (json.BytesPending > 32_768)
                    await json.FlushAsync();
            }
            json.WriteEndArray();
        }
        if (!asOne)
            json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReleaseColumn column, object? value)
    {
        json.WritePropertyName(column.Name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case long truth when column.Kind == ColumnKind.Truth: json.WriteBooleanValue(truth != 0); break;
            case long number: json.WriteNumberValue(number); break;
            case string number when column.Kind == ColumnKind.Decimal: json.WriteRawValue(number); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static IEnumerable<IDictionary<string, object?>> Rows(Release release, ReleaseTable table) =>
        release.Query<dynamic>($"SELECT {string.Join(", ", table.Columns.Select(c => c.Name))} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}").Cast<IDictionary<string, object?>>();
}
