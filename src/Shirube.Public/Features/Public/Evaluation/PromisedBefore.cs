using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>An improvement that the sheet about the same thing promised in the round before of the same kind.</summary>
/// <param name="Sheet">The sheet that follows it.</param>
/// <param name="Before">The sheet that promised it.</param>
public sealed record PromisedBefore(string Sheet, PublicKey Before, FiscalYear Year, int Place, int Stage, string? Choice, string? Text)
{
    public string Words => string.Join(" ", new[] { Choice, Text?.Replace('\t', ' ') }.OfType<string>());

    /// <summary>By the sheet that follows them.</summary>
    public static ILookup<string, PromisedBefore> OfRound(Release release, PublicKey round, bool ofItems) => Last(release.Query<PromisedBefore>($"{Sql(ofItems)} WHERE s.round = @round", new { round = round.Value }));

    public static IReadOnlyList<PromisedBefore> OfSheet(Release release, string sheet, bool ofItem) => [.. Last(release.Query<PromisedBefore>($"{Sql(ofItem)} WHERE s.key = @sheet", new { sheet }))[sheet]];

    private static string Sql(bool ofItems)
    {
        static string Same(string other, bool ofItems) => ofItems ? $"{other}.plan = s.plan AND {other}.item = s.item" : $"{other}.project = s.project";
        return $"""
            SELECT s.key AS sheet, p.key AS before, pr.year, q.place, a.stage, a.choice, a.text
            FROM sheets s JOIN evaluation_rounds r ON r.key = s.round JOIN sheets p ON {Same("p", ofItems)} JOIN evaluation_rounds pr ON pr.key = p.round AND pr.use = r.use
                AND pr.year = (SELECT max(o.year) FROM sheets e JOIN evaluation_rounds o ON o.key = e.round WHERE {Same("e", ofItems)} AND o.use = r.use AND o.year < r.year)
            JOIN sheet_answers a ON a.sheet = p.key JOIN form_questions q ON q.form = p.form AND q.key = a.question AND q.role = 'Improvement'
            """;
    }

    private static ILookup<string, PromisedBefore> Last(IEnumerable<PromisedBefore> all) =>
        all.GroupBy(p => (p.Sheet, p.Before, p.Place)).OrderBy(g => g.Key.Place).Select(g => g.MaxBy(p => p.Stage)!).ToLookup(p => p.Sheet);
}
