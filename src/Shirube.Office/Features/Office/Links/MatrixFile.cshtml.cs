using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Files.Tables;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>Plan against plan as a file: one line for each pair of items that have something in common, and the totals.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class MatrixFilePage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public async Task<IActionResult> OnGet(string plan, string format, string? with, int? level, int? column)
    {
        if (format is not ("csv" or "xlsx") || await PlansMatrix.Read(db, plan, Blank.ToNull(with), level, column, signedIn.Today) is not { } matrix)
            return NotFound();
        TableColumn[] columns =
        [
            new(matrix.Plan.Name, ColumnFormat.Text), new(matrix.Other.Name, ColumnFormat.Text), new("事務事業の数", ColumnFormat.Whole), new($"事業費(円){matrix.CostWords}", ColumnFormat.Whole), new("金額の登録がない事務事業", ColumnFormat.Whole), new("項目どうしのつながり", ColumnFormat.Whole),
        ];
        var file = new MemoryStream();
        if (format == "csv")
            await WriteText(file, columns, [.. Lines(matrix)]);
        else
            WriteWorkbook(file, columns, [.. Lines(matrix)]);
        file.Position = 0;
        return File(file, format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"計画どうしのつながり-{signedIn.Today:yyyyMMdd}.{format}");
    }

    private static IEnumerable<(RowKind Kind, object?[] Values)> Lines(PlansMatrix matrix)
    {
        foreach (var row in matrix.Rows)
        {
            foreach (var column in matrix.Columns)
                if (matrix.Cell(row, column) is var (cost, links) && cost.Projects + links > 0)
                    yield return (RowKind.Row, Line(row.Name, column.Name, cost, links));
            var (all, linked) = matrix.RowTotal(row);
            yield return (RowKind.Group, Line(row.Name, "計", all, linked));
        }
        foreach (var column in matrix.Columns)
            yield return (RowKind.Group, Line("計", column.Name, matrix.ColumnTotal(column), null));
        yield return (RowKind.Total, Line("計", "計", matrix.Total, null));
    }

    private static object?[] Line(string row, string column, CostTotal cost, int? links) => [row, column, (decimal)cost.Projects, (decimal?)cost.Amount?.Value, (decimal)cost.Unknown, (decimal?)links];

    private static async Task WriteText(Stream file, TableColumn[] columns, IReadOnlyList<(RowKind Kind, object?[] Values)> lines)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Line(columns.Select(c => c.Title)));
        foreach (var (_, values) in lines)
            await writer.WriteLineAsync(CsvText.Line(values));
    }

    private void WriteWorkbook(Stream file, TableColumn[] columns, IReadOnlyList<(RowKind Kind, object?[] Values)> lines)
    {
        using var table = new XlsxTable(file, "計画どうしのつながり", columns);
        foreach (var (kind, values) in lines)
            table.Write(kind, values);
        table.Finish("説明", [("数え方", "1つの事務事業は、いくつつながりがあっても、計では1回だけ数えます。ますの合計と計は違うことがあります。"), ("書き出した日", $"{signedIn.Today:yyyy-MM-dd}")]);
    }
}
