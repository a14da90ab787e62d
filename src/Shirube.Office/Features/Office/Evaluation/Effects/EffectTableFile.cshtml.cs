using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>One table of 総合戦略の効果検証 as a file.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class EffectTableFilePage(OfficeDb db, WorkScope scope) : PageModel
{
    public async Task<IActionResult> OnGet(string key, string table, string format, string? plan)
    {
        if (format is not ("csv" or "xlsx") || await StrategyEffects.Read(db, new PublicKey(key), Blank.ToNull(plan), scope.Year) is not { } effects)
            return NotFound();
        return EffectTables.Of(effects).FirstOrDefault(t => t.Key == table) is { } found ? await ResultFile.Of(found, $"{effects.Results.Round.Name} {effects.PlanName}", format, scope.Today) : NotFound();
    }
}
