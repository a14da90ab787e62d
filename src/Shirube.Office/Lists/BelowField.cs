using System.Linq.Expressions;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>A field of projects, summed over those of a plan item or a department and of all below it. The office adds it up, so it also compares and orders.</summary>
internal sealed class BelowField<T, TId>(ListField<Project> one, Expression<Func<T, TId>> id, Func<SumsBelow<TId>> sums, Func<IEnumerable<TId>> all) : ListField<T>(one.Key, one.Label, one.Kind) where TId : struct
{
    private Dictionary<TId, int>? ranks;

    public override LambdaExpression Read => id;
    public override IReadOnlyList<Comparison> Comparisons => one.Comparisons;
    public override Expression<Func<T, bool>> Known => Among(Meeting(Comparison.Filled, ""));
    public override bool IsRanked => true;
    public override bool IsSummed => true;
    public override bool TellsBlanks => true;

    public override Expression<Func<T, bool>> Where(Comparison comparison, string value) => Among(Meeting(comparison, value));

    public override string Say(Comparison comparison, string value) => one.Say(comparison, value);

    public override ListCell Cell(object? value, object? why) => value is TId row ? sums().Cell(row, Key) : ListCell.Missing;

    public override ListSum? SumOf(IEnumerable<object?> ids) => sums().Sum(ids.OfType<TId>(), Key);

    public override int Rank(object? value) => value is TId row && (ranks ??= Ranks()).TryGetValue(row, out var rank) ? rank : int.MaxValue;

    private List<TId> Meeting(Comparison comparison, string value)
    {
        var test = one.Test(comparison, value);
        return [.. all().Where(row => test(sums().Amount(row, Key)))];
    }

    private Expression<Func<T, bool>> Among(List<TId> ids) => id.Then(i => ids.Contains(i));

    // why: equal amounts share a rank, so that the next term of the order decides.
    private Dictionary<TId, int> Ranks() =>
        all().Select(row => (Row: row, Amount: sums().Amount(row, Key))).Where(r => r.Amount is not null)
            .GroupBy(r => r.Amount!).OrderBy(g => g.Key, Comparer<object>.Default).SelectMany((g, i) => g.Select(r => (r.Row, Rank: i))).ToDictionary(r => r.Row, r => r.Rank);
}
