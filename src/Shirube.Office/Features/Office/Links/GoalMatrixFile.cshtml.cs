using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Files.Tables;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>A plan against the goals of the SDGs as a file.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class GoalMatrixFilePage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public async Task<IActionResult> OnGet(string plan, string format, int? level)
    {
        if (format is not ("csv" or "xlsx") || await GoalsMatrix.Read(db, plan, level, signedIn.Today) is not { } matrix)
            return NotFound();
        return await new MatrixFile("SDGsとのつながり", matrix.Plan.Name, "SDGsの目標", matrix.CostWords, "項目と目標のつながり", signedIn.Today).Write(format, [.. Lines(matrix)]);
    }

    private static IEnumerable<(RowKind Kind, object?[] Values)> Lines(GoalsMatrix matrix)
    {
        foreach (var row in matrix.Rows)
        {
            foreach (var goal in GlobalGoals.All)
                if (matrix.Cell(row, goal) is var (cost, links) && cost.Projects + links > 0)
                    yield return (RowKind.Row, MatrixFile.Line(row.Name, GoalsMatrix.NameOf(goal), cost, links));
            var (all, linked) = matrix.RowTotal(row);
            yield return (RowKind.Group, MatrixFile.Line(row.Name, "計", all, linked));
        }

        foreach (var goal in GlobalGoals.All)
            if (matrix.ColumnTotal(goal) is var (cost, links))
                yield return (RowKind.Group, MatrixFile.Line("計", GoalsMatrix.NameOf(goal), cost, links));
        yield return (RowKind.Total, MatrixFile.Line("計", "計", matrix.Total, null));
    }
}
