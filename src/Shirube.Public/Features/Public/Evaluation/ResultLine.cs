using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>What one sheet says in summaries: of each role what the last stage that answered says.</summary>
public sealed record ResultLine(string Address, string Name, bool IsSample, string? Department, bool IsSubmitted, IReadOnlyList<RoleAnswer> Said)
{
    public RoleAnswer? Direction => Last(QuestionRole.Direction);
    public RoleAnswer? Result => Last(QuestionRole.Result);
    public RoleAnswer? Cost => Last(QuestionRole.Cost);
    public IEnumerable<RoleAnswer> Improvements => LastOfEach(QuestionRole.Improvement);
    /// <summary>What the sheet before it promised.</summary>
    public IReadOnlyList<PromisedBefore> Promised { get; private init; } = [];
    public IEnumerable<RoleAnswer> FollowUps => LastOfEach(QuestionRole.FollowUp);

    public static IReadOnlyList<ResultLine> Of(Release release, ResultGroup group) => group.Round is { } round ? OfRound(release, round, group) : OfFacts(release, group.Year);

    private RoleAnswer? Last(QuestionRole role) => Said.Where(s => s.Role == role && s.Choice is not null).OrderByDescending(s => s.Stage).ThenBy(s => s.Place).FirstOrDefault();

    private IEnumerable<RoleAnswer> LastOfEach(QuestionRole role) => Said.Where(s => s.Role == role).GroupBy(s => s.Place).OrderBy(g => g.Key).Select(g => g.MaxBy(s => s.Stage)!);

    private static List<ResultLine> OfRound(Release release, PublicKey round, ResultGroup group)
    {
        var said = release.Query<RoleAnswer>("""
            SELECT a.sheet, q.role, a.stage, q.place, a.choice, a.text, c.place AS choice_place
            FROM sheets s JOIN sheet_answers a ON a.sheet = s.key JOIN form_questions q ON q.form = s.form AND q.key = a.question
            LEFT JOIN form_choices c ON c.form = s.form AND c.question = q.key AND c.label = a.choice
            WHERE s.round = @round AND (s.project IS NULL) = @items AND q.role IS NOT NULL
            """, new { round = round.Value, items = group.IsOfItems ? 1 : 0 }).ToLookup(a => a.Sheet);
        var promised = PromisedBefore.OfRound(release, round, group.IsOfItems);
        return [.. release.Query<SheetRow>("""
            SELECT s.key, s.name, s.department, EXISTS (SELECT 1 FROM sheet_stages t WHERE t.sheet = s.key AND t.is_submitted) AS is_submitted
            FROM sheets s WHERE s.round = @round AND (s.project IS NULL) = @items ORDER BY s.place
            """, new { round = round.Value, items = group.IsOfItems ? 1 : 0 })
            .Select(s => new ResultLine($"evaluations/{group.Year.Value}/{s.Key}", s.Name, group.IsSample, s.Department, s.IsSubmitted, [.. said[s.Key.Value]]) { Promised = [.. promised[s.Key.Value]] })];
    }

    private static List<ResultLine> OfFacts(Release release, FiscalYear year)
    {
        var said = release.Query<RoleAnswer>("""
            SELECT a.project AS sheet, 'Direction' AS role, a.stage = 'Manager' AS stage, a.place, a.choice, a.text, NULL AS choice_place
            FROM answers a WHERE a.year = @year AND a.question = '今後の方向性'
            """, new { year = year.Value }).ToLookup(a => a.Sheet);
        return [.. release.Query<FactRow>("SELECT p.key, p.number, p.name, p.is_sample FROM evaluations e JOIN projects p ON p.key = e.project WHERE e.year = @year ORDER BY p.number IS NULL, p.number, p.name, p.key", new { year = year.Value })
            .Select(p => new ResultLine($"projects/{p.Key}", p.Number is null ? p.Name : $"{p.Number} {p.Name}", p.IsSample, null, true, [.. said[p.Key.Value]]))];
    }

    private sealed record SheetRow(PublicKey Key, string Name, string? Department, bool IsSubmitted);

    private sealed record FactRow(PublicKey Key, string? Number, string Name, bool IsSample);
}

/// <summary>An answer that summaries ask for.</summary>
public sealed record RoleAnswer(string Sheet, QuestionRole Role, int Stage, int Place, string? Choice, string? Text, int? ChoicePlace)
{
    private const int ShortText = 200;

    /// <summary>The answer as one text, cut where it is long.</summary>
    public string Words
    {
        get
        {
            var words = string.Join(" ", new[] { Choice, Text?.Replace('\t', ' ') }.OfType<string>());
            return words.Length > ShortText ? words[..(char.IsHighSurrogate(words[ShortText - 1]) ? ShortText - 1 : ShortText)] + "…" : words;
        }
    }
}
