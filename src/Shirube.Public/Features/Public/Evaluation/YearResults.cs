using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>The results of one group of sheets, counted: every sheet stands in exactly one of the counts by direction.</summary>
public sealed record YearResults(ResultGroup Group, IReadOnlyList<ResultLine> Lines, IReadOnlyList<StageReport> Stages)
{
    /// <summary>In the filter: submitted without a direction.</summary>
    public const string NoDirection = "-";
    /// <summary>In the filter: not submitted at all.</summary>
    public const string NotSubmitted = "--";

    public static YearResults Of(Release release, ResultGroup group) => new(group, ResultLine.Of(release, group), group.Round is not { } round ? [] : release.Query<StageReport>("""
        SELECT n.name, count(*) AS asked, sum(t.is_submitted) AS submitted FROM sheets s JOIN sheet_stages t ON t.sheet = s.key JOIN form_stages n ON n.form = s.form AND n.stage = t.stage
        WHERE s.round = @round AND (s.project IS NULL) = @items GROUP BY n.name ORDER BY min(n.stage), n.name
        """, new { round = round.Value, items = group.IsOfItems ? 1 : 0 }));

    public int Rows => Lines.Sum(l => 1 + l.Said.Count) + Stages.Count;

    /// <summary>How many go which way, in the order of the form's choices, then those that say nothing.</summary>
    public IReadOnlyList<DirectionCount> Directions =>
    [
        .. Lines.Select(l => l.Direction).OfType<RoleAnswer>().GroupBy(d => d.Choice!).OrderBy(g => g.Min(d => d.ChoicePlace ?? int.MaxValue)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new DirectionCount(g.Key, g.Key, g.Count())),
        .. new DirectionCount[] { new(NoDirection, "方向性の答えなし", Lines.Count(l => Place(l) == NoDirection)), new(NotSubmitted, "未提出", Lines.Count(l => Place(l) == NotSubmitted)) }.Where(c => c.Count > 0),
    ];

    /// <summary>成果 × コスト; null where no sheet answers both.</summary>
    public ResultMatrix? Matrix => ResultMatrix.Of(Lines);

    /// <summary>How far last year's improvements were carried out, by what the sheets answer.</summary>
    public IReadOnlyList<DirectionCount> FollowUps =>
        [.. Lines.SelectMany(l => l.FollowUps).Where(f => f.Choice is not null).GroupBy(f => f.Choice!).OrderBy(g => g.Min(f => f.ChoicePlace ?? int.MaxValue)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new DirectionCount(g.Key, g.Key, g.Count()))];

    public IEnumerable<ResultLine> WithImprovements => Lines.Where(l => l.Improvements.Any() || l.FollowUps.Any());

    public int Promised => Lines.Count(l => l.Improvements.Any());

    public IEnumerable<ResultLine> Going(string? direction) => string.IsNullOrEmpty(direction) ? Lines : Lines.Where(l => Place(l) == direction);

    // why: a direction that was answered counts whatever is missing beside it.
    private static string Place(ResultLine line) => line.Direction?.Choice ?? (line.IsSubmitted ? NoDirection : NotSubmitted);
}

/// <param name="Value">As it stands in the address.</param>
public sealed record DirectionCount(string Value, string Words, int Count);

/// <summary>Of a stage: how many sheets it looked at, and how many of them were submitted.</summary>
public sealed record StageReport(string Name, int Asked, int Submitted);

/// <summary>How many sheets expect which result at which cost; <paramref name="Unsaid"/> answer only one of the two.</summary>
public sealed record ResultMatrix(IReadOnlyList<string> Results, IReadOnlyList<string> Costs, IReadOnlyDictionary<(string Result, string Cost), int> Counts, int Unsaid)
{
    public static ResultMatrix? Of(IReadOnlyCollection<ResultLine> lines)
    {
        var both = lines.Where(l => l is { Result: not null, Cost: not null }).ToList();
        return both.Count == 0 ? null : new(
            Axis(both.Select(l => l.Result!)), Axis(both.Select(l => l.Cost!)),
            both.GroupBy(l => (l.Result!.Choice!, l.Cost!.Choice!)).ToDictionary(g => g.Key, g => g.Count()), lines.Count(l => l.IsSubmitted) - both.Count);
    }

    public int CountOf(string result, string cost) => Counts.GetValueOrDefault((result, cost));

    private static IReadOnlyList<string> Axis(IEnumerable<RoleAnswer> answers) => [.. answers.GroupBy(a => a.Choice!).OrderBy(g => g.Min(a => a.ChoicePlace ?? int.MaxValue)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
}
