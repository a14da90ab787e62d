using System.Text;
using Shirube.Domain.Projects;
using Shirube.Files.Tables;

namespace Shirube.Office.Links;

/// <summary>A matrix as a file: one line for each pair that has something in common, and the totals.</summary>
/// <param name="Name">The file's and the sheet's name.</param>
/// <param name="Rows">What stands in the rows.</param>
/// <param name="Across">What stands in the columns.</param>
/// <param name="Links">What the links are.</param>
internal sealed record MatrixFile(string Name, string Rows, string Across, string? CostWords, string Links, DateOnly Today)
{
    private TableColumn[] Columns =>
    [
        new(Rows, ColumnFormat.Text), new(Across, ColumnFormat.Text), new("事務事業の数", ColumnFormat.Whole), new($"事業費(円){CostWords}", ColumnFormat.Whole), new("金額の登録がない事務事業", ColumnFormat.Whole), new(Links, ColumnFormat.Whole),
    ];

    public static object?[] Line(string row, string column, CostTotal cost, int? links) => [row, column, (decimal)cost.Projects, (decimal?)cost.Amount?.Value, (decimal)cost.Unknown, (decimal?)links];

    public async Task<Microsoft.AspNetCore.Mvc.FileStreamResult> Write(string format, IReadOnlyList<(RowKind Kind, object?[] Values)> lines)
    {
        var file = new MemoryStream();
        if (format == "csv")
            await WriteText(file, lines);
        else
            WriteWorkbook(file, lines);
        file.Position = 0;
        return new(file, format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = $"{Name}-{Today:yyyyMMdd}.{format}" };
    }

    private async Task WriteText(Stream file, IReadOnlyList<(RowKind Kind, object?[] Values)> lines)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Line(Columns.Select(c => c.Title)));
        foreach (var (_, values) in lines)
            await writer.WriteLineAsync(CsvText.Line(values));
    }

    private void WriteWorkbook(Stream file, IReadOnlyList<(RowKind Kind, object?[] Values)> lines)
    {
        using var table = new XlsxTable(file, Name, Columns);
        foreach (var (kind, values) in lines)
            table.Write(kind, values);
        table.Finish("説明", [("数え方", "1つの事務事業は、いくつつながりがあっても、計では1回だけ数えます。ますの合計と計は違うことがあります。"), ("書き出した日", $"{Today:yyyy-MM-dd}")]);
    }
}
