using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Files.Tables;

namespace Shirube.Office.Common;

/// <summary>Entries of the change log as a table that Excel opens, written while they are read: a hundred thousand need no more memory than a thousand.</summary>
internal sealed class ChangesCsv(OfficeDb db, ChangeFilter filter, bool personal) : IActionResult
{
    private const int Batch = 1_000;
    private static readonly string[] Heading = ["番号", "日時", "だれが", "どうやって", "理由・元", "種類", "名前", "したこと", "欄", "前", "後"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=changes.csv";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await Write(writer, Heading);
        // why: by number and not by page, so that what is saved meanwhile moves nothing.
        var before = long.MaxValue;
        while (await db.ChangeLog.ReadAsync(filter with { Before = before }, 0, Batch, context.HttpContext.RequestAborted) is { Count: > 0 } entries)
        {
            var names = await HistoryNames.Read(db, entries);
            foreach (var line in entries.Select(e => HistoryLine.Of(e, names, personal)))
                foreach (var field in line.Fields.DefaultIfEmpty())
                    await Write(writer, [$"{line.Sequence}", Tokyo.At(line.AtUtc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), line.Who, line.Process, line.Why, ChangeWords.Kind(line.Kind), line.Name, line.What, field?.Name, field?.Before, field?.After]);
            before = entries[^1].Sequence;
            await writer.FlushAsync(context.HttpContext.RequestAborted);
        }
    }

    private static Task Write(StreamWriter writer, IEnumerable<string?> cells) => writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");

    // why: a text that Excel would run as a formula gets a leading apostrophe.
    private static string Cell(string? text) => text is not { Length: > 0 } ? "" : $"\"{(CsvText.Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
