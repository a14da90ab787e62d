using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>One table of a round's results as a file.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ResultTableFilePage(OfficeDb db, WorkScope scope) : PageModel
{
    public async Task<IActionResult> OnGet(string key, string table, string format, string? of)
    {
        if (format is not ("csv" or "xlsx") || await RoundResults.Read(db, new PublicKey(key), of == "items", scope.Year) is not { } results)
            return NotFound();
        return ResultTables.Of(results).FirstOrDefault(t => t.Key == table) is { } found ? await ResultFile.Of(found, results.Round.Name, format, scope.Today) : NotFound();
    }
}
