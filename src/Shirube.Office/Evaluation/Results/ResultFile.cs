using System.Text;
using Microsoft.AspNetCore.Mvc;
using Shirube.Files.Tables;

namespace Shirube.Office.Evaluation;

/// <summary>A table of results as a file: what the page shows, no more and no less.</summary>
internal static class ResultFile
{
    public static async Task<FileStreamResult> Of(ResultTable table, string round, string format, DateOnly today)
    {
        var file = new MemoryStream();
        if (format == "csv")
            await WriteText(file, table);
        else
            WriteWorkbook(file, table, round, today);
        file.Position = 0;
        return new(file, format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = $"{table.Title}-{today:yyyyMMdd}.{format}" };
    }

    private static async Task WriteText(Stream file, ResultTable table)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Line(table.Columns.Select(c => c.Title)));
        foreach (var row in table.Rows)
            await writer.WriteLineAsync(CsvText.Line(row.Values));
    }

    private static void WriteWorkbook(Stream file, ResultTable table, string round, DateOnly today)
    {
        using var sheet = new XlsxTable(file, table.Title, table.Columns);
        foreach (var row in table.Rows)
            sheet.Write(row.Kind, row.Values);
        sheet.Finish("説明", [("評価", round), ("数え方", table.Note), ("書き出した日", $"{today:yyyy-MM-dd}")]);
    }
}
