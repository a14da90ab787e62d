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
        return await new MatrixFile("計画どうしのつながり", matrix.Plan.Name, matrix.Other.Name, matrix.CostWords, "項目どうしのつながり", signedIn.Today).Write(format, [.. Lines(matrix)]);
    }

    private static IEnumerable<(RowKind Kind, object?[] Values)> Lines(PlansMatrix matrix)
    {
        foreach (var row in matrix.Rows)
        {
            foreach (var column in matrix.Columns)
                if (matrix.Cell(row, column) is var (cost, links) && cost.Projects + links > 0)
                    yield return (RowKind.Row, MatrixFile.Line(row.Name, column.Name, cost, links));
            var (all, linked) = matrix.RowTotal(row);
            yield return (RowKind.Group, MatrixFile.Line(row.Name, "計", all, linked));
        }
        foreach (var column in matrix.Columns)
            yield return (RowKind.Group, MatrixFile.Line("計", column.Name, matrix.ColumnTotal(column), null));
        yield return (RowKind.Total, MatrixFile.Line("計", "計", matrix.Total, null));
    }
}
