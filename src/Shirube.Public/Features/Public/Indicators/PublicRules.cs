using Shirube.Domain.Indicators;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Indicators;

/// <summary>How the municipality grades its indicators, as the release says; releases before it was said grade by the first of the known schemes.</summary>
public sealed record PublicRules(AssessmentRule Rule, bool SaysBeyond)
{
    public static readonly PublicRules First = new(new(GradeScheme.Letters), false);

    public static PublicRules Of(Release release)
    {
        if (release.First<ReleasedRules>("SELECT * FROM assessment_rules") is not { } rules)
            return First;
        var bands = release.Query<ReleasedBand>("SELECT * FROM grade_bands ORDER BY place").Select(b => new GradeBand(b.Label, b.LowerBound, b.Meaning));
        return new(new(new("own", rules.Name, [.. bands], rules.NotGraded), rules.IsFirstYearGraded), rules.SaysBeyond);
    }
}
