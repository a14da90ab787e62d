using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Files.Indicators;
using Shirube.Files.Workbooks;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>The values of a year as a file to fill in, and such a file brought back.</summary>
internal static class ValueFile
{
    public const long Largest = 5 * 1024 * 1024;

    public static FileContentResult Of(string format, FiscalYear year, IEnumerable<ValueRow> rows)
    {
        var lines = rows.Select((r, i) => new ValueLine(i + 2, r.Key.Value, r.Name, r.Unit, year.Era, r.Entry.Value, WordOf(r.Entry), r.Entry.Note, MarkOf(r.Entry), r.Entry.Period));
        var name = $"実績-{year.Era}.{format}";
        return format == "csv" ? new(ValueTable.Csv(lines), "text/csv; charset=utf-8") { FileDownloadName = name }
            : new(ValueTable.Xlsx(lines), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = name };
    }

    public static async Task<IReadOnlyList<ValueLine>> Read(IFormFile file)
    {
        if (file.Length > Largest)
            throw new RefusalException(Refusals.UploadTooLarge(file.FileName, Largest));
        // why: a workbook is read back and forth, an upload only forth.
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        using var workbook = Workbook.Open(content, file.FileName);
        return ValueTable.Read(workbook, ValuesDesk.Most);
    }

    /// <summary>A short mark of what is saved, by which a table brought back later shows what was changed in it and what was changed meanwhile.</summary>
    public static string MarkOf(ValueEntry entry) => FormMarks.Mark($"{entry.Value}\n{WordOf(entry)}\n{entry.Note}{(entry.Period is { } period ? $"\n{period}" : "")}");

    private static string? WordOf(ValueEntry entry) => entry.Status is { } status ? Names.Of(status) : null;
}
