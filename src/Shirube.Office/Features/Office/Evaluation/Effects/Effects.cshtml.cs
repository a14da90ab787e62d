using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>総合戦略の効果検証 from the sheets of a round and the indicators of the strategy.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class EffectsPage(OfficeDb db, WorkScope scope) : PageModel
{
    /// <summary>Longer tables are folded at first.</summary>
    public const int MostUnfolded = 30;

    [FromQuery(Name = "plan")] public string? PlanAsked { get; set; }

    public EvaluationRound Round { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Strategies { get; private set; } = [];
    public string? PlanName { get; private set; }
    public PublicKey? Plan { get; private set; }
    public IReadOnlyList<ResultTable> Tables { get; private set; } = [];
    /// <summary>How many indicators stand where.</summary>
    public IReadOnlyList<(string Word, int Count)> Counts { get; private set; } = [];
    public int Indicators => Counts.Sum(c => c.Count);
    public int Projects { get; private set; }
    public int Unreported { get; private set; }

    public string FileOf(ResultTable table, string format) => $"~/evaluations/{Round.Key}/effects/{table.Key}/{format}?plan={Plan}";

    public async Task<IActionResult> OnGet(string key)
    {
        if (await StrategyEffects.Read(db, new PublicKey(key), Blank.ToNull(PlanAsked), scope.Year) is not { } effects)
            return NotFound();
        (Round, Strategies, PlanName, Plan, Tables) = (effects.Results.Round, effects.Strategies, effects.PlanName, effects.Plan, EffectTables.Of(effects));
        Counts = [.. Enum.GetValues<GoalStanding>().Select(s => (EffectTables.Word(s), effects.Count(s)))];
        (Projects, Unreported) = (effects.Projects.Count, effects.Projects.Values.Count(p => p.Sheet?.IsReported != true));
        return Page();
    }
}
