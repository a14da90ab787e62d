using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>The results of one group of sheets, counted: every sheet stands in exactly one of the counts by direction.</summary>
public sealed record YearResults(ResultGroup Group, IReadOnlyList<ResultLine> Lines, IReadOnlyList<StageReport> Stages, IReadOnlyList<ScaleStep> Scales)
{
    /// <summary>What an outside body said; null where nothing.</summary>
    public ReviewReading? Review { get; private init; }

    /// <summary>In the filter: submitted without a direction.</summary>
    public const string NoDirection = "-";
    /// <summary>In the filter: not submitted at all.</summary>
    public const string NotSubmitted = "--";

    public static YearResults Of(Release release, ResultGroup group)
    {
        var lines = ResultLine.Of(release, group);
        var which = new { round = group.Round?.Value, items = group.IsOfItems ? 1 : 0 };
        return group.Round is null ? new(group, lines, [], []) : new(group, lines, release.Query<StageReport>(StagesSql, which), release.Query<ScaleStep>(ScalesSql, which)) { Review = ReviewReading.OfRound(release, group.Round.Value, group.IsOfItems) };
    }

    private const string StagesSql = """
        SELECT n.name, count(*) AS asked, sum(t.is_submitted) AS submitted FROM sheets s JOIN sheet_stages t ON t.sheet = s.key JOIN form_stages n ON n.form = s.form AND n.stage = t.stage
        WHERE s.round = @round AND (s.project IS NULL) = @items GROUP BY n.name ORDER BY min(n.stage), n.name
        """;

    private const string ScalesSql = """
        SELECT q.role, c.label FROM sheets s JOIN form_questions q ON q.form = s.form JOIN form_choices c ON c.form = s.form AND c.question = q.key
        WHERE s.round = @round AND (s.project IS NULL) = @items AND q.role IN ('Result', 'Cost') GROUP BY q.role, c.label ORDER BY q.role, min(c.place), c.label
        """;

    public int Rows => Lines.Sum(l => 1 + l.Said.Count + l.Promised.Count) + Stages.Count + Scales.Count + (Review?.Opinions.Count ?? 0);

    /// <summary>How many go which way, in the order of the form's choices, then those that say nothing.</summary>
    public IReadOnlyList<DirectionCount> Directions =>
    [
        .. Lines.Select(l => l.Direction).OfType<RoleAnswer>().GroupBy(d => d.Choice!).OrderBy(g => g.Min(d => d.ChoicePlace ?? int.MaxValue)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new DirectionCount(g.Key, g.Key, g.Count())),
        .. new DirectionCount[] { new(NoDirection, "方向性の答えなし", Lines.Count(l => Place(l) == NoDirection)), new(NotSubmitted, "未提出", Lines.Count(l => Place(l) == NotSubmitted)) }.Where(c => c.Count > 0),
    ];

    /// <summary>成果 × コスト; null where no sheet answers both.</summary>
    public ResultMatrix? Matrix => ResultMatrix.Of(Lines, Scales);

    /// <summary>How far last year's improvements were carried out, by what the sheets answer.</summary>
    public IReadOnlyList<DirectionCount> FollowUps =>
        [.. Lines.SelectMany(l => l.FollowUps).Where(f => f.Choice is not null).GroupBy(f => f.Choice!).OrderBy(g => g.Min(f => f.ChoicePlace ?? int.MaxValue)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new DirectionCount(g.Key, g.Key, g.Count()))];

    public IEnumerable<ResultLine> WithImprovements => Lines.Where(l => l.Improvements.Any() || l.FollowUps.Any() || l.Promised.Count > 0);

    /// <summary>How many promises of the round before are followed by no answer.</summary>
    public int Unfollowed => Lines.Count(l => l.Promised.Count > 0 && !l.FollowUps.Any(f => f.Choice is not null));

    public int Promised => Lines.Count(l => l.Improvements.Any());

    public IEnumerable<ResultLine> Going(string? direction) => string.IsNullOrEmpty(direction) ? Lines : Lines.Where(l => Place(l) == direction);

    // why: a direction that was answered counts whatever is missing beside it.
    private static string Place(ResultLine line) => line.Direction?.Choice ?? (line.IsSubmitted ? NoDirection : NotSubmitted);
}

/// <param name="Value">As it stands in the address.</param>
public sealed record DirectionCount(string Value, string Words, int Count);

/// <summary>Of a stage: how many sheets it looked at, and how many of them were submitted.</summary>
public sealed record StageReport(string Name, int Asked, int Submitted);

/// <summary>A step of the scale of a question of a role, whether anybody chose it or not.</summary>
public sealed record ScaleStep(QuestionRole Role, string Label);

/// <summary>How many sheets expect which result at which cost; <paramref name="Unsaid"/> answer only one of the two.</summary>
public sealed record ResultMatrix(IReadOnlyList<string> Results, IReadOnlyList<string> Costs, IReadOnlyDictionary<(string Result, string Cost), int> Counts, int Unsaid)
{
    public static ResultMatrix? Of(IReadOnlyCollection<ResultLine> lines, IReadOnlyList<ScaleStep> scales)
    {
        var both = lines.Where(l => l is { Result: not null, Cost: not null }).ToList();
        return both.Count == 0 ? null : new(
            Axis(QuestionRole.Result), Axis(QuestionRole.Cost),
            both.GroupBy(l => (l.Result!.Choice!, l.Cost!.Choice!)).ToDictionary(g => g.Key, g => g.Count()), lines.Count(l => l.IsSubmitted) - both.Count);

        IReadOnlyList<string> Axis(QuestionRole role) => [.. scales.Where(s => s.Role == role).Select(s => s.Label)];
    }

    public int CountOf(string result, string cost) => Counts.GetValueOrDefault((result, cost));
}
