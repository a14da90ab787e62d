using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Deliberation;

/// <summary>How the plan is made: meetings and surveys in the order they happened.</summary>
public sealed class ProcessModel : PublicPage
{
    public IReadOnlyList<Happening> Happenings { get; private set; } = [];

    public void OnGet()
    {
        var meetings = Release.Query<ReleasedMeeting>("SELECT * FROM meetings ORDER BY place");
        var surveys = Release.Query<ReleasedSurvey>("SELECT * FROM surveys ORDER BY first_day, name, key");
        Happenings = [.. meetings.Select(Happening.Of).Concat(surveys.Select(Happening.Of)).OrderByDescending(h => h.When)];
    }
}
