using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>What the sheets of a round say together: by direction, department and plan item, and against the round before.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ResultsPage(OfficeDb db, WorkScope scope) : PageModel
{
    [FromQuery(Name = "of")] public string? Of { get; set; }

    public EvaluationRound Round { get; private set; } = null!;
    public IReadOnlyList<ResultTable> Tables { get; private set; } = [];
    public int Sheets { get; private set; }
    public int Reported { get; private set; }
    public bool OfItems => Of == "items";
    public string About => OfItems ? "計画の項目" : "事務事業";

    public string FileOf(ResultTable table, string format) => $"~/evaluations/{Round.Key}/results/{table.Key}/{format}{(OfItems ? "?of=items" : "")}";

    public async Task<IActionResult> OnGet(string key)
    {
        if (await RoundResults.Read(db, new PublicKey(key), OfItems, scope.Year) is not { } results)
            return NotFound();
        (Round, Sheets, Reported, Tables) = (results.Round, results.Sheets.Count, results.Sheets.Count(s => s.IsReported), ResultTables.Of(results));
        return Page();
    }
}
