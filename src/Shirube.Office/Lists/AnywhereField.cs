using System.Linq.Expressions;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>Any place of a project in any plan, 再掲 among them: to filter by, and as a column their number.</summary>
internal sealed class AnywhereField(ChoiceSet<PublicKey?> items) : ListField<Project>("place", "位置付け(再掲を含む)", FieldKind.Item)
{
    private static readonly Expression<Func<Project, int>> Count = p => p.Placements.Count;
    private readonly ChoiceField<Project, PublicKey?> words = new("place", "位置付け(再掲を含む)", FieldKind.Item, items, p => null);

    public override LambdaExpression Read => Count;
    public override Expression<Func<Project, bool>> Known => p => p.Placements.Any();
    public override IReadOnlyList<Comparison> Comparisons => [Comparison.Within, Comparison.Blank, Comparison.Filled];
    public override IReadOnlyList<FieldChoice> Choices => words.Choices;

    public override IEnumerable<FieldChoice> Suggest(string typed) => words.Suggest(typed);

    public override string Worded(Comparison comparison, string value) => words.Worded(comparison, value);

    public override Expression<Func<Project, bool>> Where(Comparison comparison, string value)
    {
        if (comparison is Comparison.Blank or Comparison.Filled)
            return comparison == Comparison.Blank ? Known.Not() : Known;
        words.Where(comparison, value);
        var keys = ListOfValues.Read(value).SelectMany(v => items.Below!(new PublicKey(v))).OfType<PublicKey>().Distinct().ToList();
        return p => p.Placements.Any(l => keys.Contains(l.ItemKey));
    }

    public override string Say(Comparison comparison, string value) => words.Say(comparison, value);

    public override ListCell Cell(object? value, object? why) => value is int and > 0 and var count ? new((long)count, $"{count}") : ListCell.Missing;
}
