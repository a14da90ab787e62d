using Microsoft.AspNetCore.Mvc;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Surveys;

/// <summary>A survey as far as its public facts go: who was asked, when, how many answered.</summary>
public sealed class SurveyModel : PublicPage
{
    public ReleasedSurvey Survey { get; private set; } = null!;
    public IReadOnlyList<ReleasedSurvey> Others { get; private set; } = [];

    public IActionResult OnGet(string key)
    {
        var all = Release.Query<ReleasedSurvey>("SELECT * FROM surveys ORDER BY first_day DESC, name, key");
        if (all.FirstOrDefault(s => s.Key.Value == key) is not { } survey)
            return Missing("このアンケート");
        Survey = survey;
        Others = [.. all.Where(s => s != survey)];
        return Page();
    }
}
