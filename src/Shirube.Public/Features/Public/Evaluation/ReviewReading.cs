using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>What an outside body said about sheets of a round, and what the municipality answers.</summary>
public sealed record ReviewReading(ReleasedReview Review, IReadOnlyList<OpinionLine> Opinions)
{
    private const string Sql = """
        SELECT o.sheet, s.name, o.number, o.text, o.kind, o.response, o.done_by, o.progress FROM review_opinions o JOIN sheets s ON s.key = o.sheet
        """;

    /// <summary>Null where nothing was said about the sheet.</summary>
    public static ReviewReading? OfSheet(Release release, PublicKey round, string sheet) => Of(release, round, release.Query<OpinionLine>($"{Sql} WHERE o.sheet = @sheet ORDER BY o.number", new { sheet }));

    /// <summary>Null where nothing was said about the round's sheets of the kind.</summary>
    public static ReviewReading? OfRound(Release release, PublicKey round, bool ofItems) =>
        Of(release, round, release.Query<OpinionLine>($"{Sql} WHERE s.round = @round AND (s.project IS NULL) = @items ORDER BY s.place, o.number", new { round = round.Value, items = ofItems ? 1 : 0 }));

    /// <summary>How many opinions the municipality answers which way.</summary>
    public IReadOnlyList<(ResponseKind Kind, int Count)> Counts => [.. Opinions.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    private static ReviewReading? Of(Release release, PublicKey round, IReadOnlyList<OpinionLine> opinions) =>
        opinions.Count > 0 && release.First<ReleasedReview>("SELECT * FROM reviews WHERE round = @round", new { round = round.Value }) is { } review ? new(review, opinions) : null;
}

/// <summary>An opinion with its response and the sheet it is about.</summary>
public sealed record OpinionLine(PublicKey Sheet, string Name, int Number, string Text, ResponseKind Kind, string Response, DateOnly? DoneBy, ResponseProgress? Progress);
