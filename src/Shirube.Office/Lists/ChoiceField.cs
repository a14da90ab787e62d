using System.Linq.Expressions;

namespace Shirube.Office.Lists;

/// <summary>One of a few: a class, a department, a plan item, yes or no. <typeparamref name="TValue"/> is a type that can be null.</summary>
public sealed class ChoiceField<T, TValue>(string key, string label, FieldKind kind, ChoiceSet<TValue> set, Expression<Func<T, TValue?>> read) : GroupingField<T>(key, label, kind)
{
    public override LambdaExpression Read => read;
    public override Expression<Func<T, bool>> Known => Against(Expression.NotEqual, default);
    public override IReadOnlyList<FieldChoice> Choices => set.Choices;

    public override IEnumerable<FieldChoice> Suggest(string typed) => set.Suggest(typed);

    public override string Worded(Comparison comparison, string value) => comparison.NeedsValue() ? string.Join('|', ListOfValues.Read(value).Select(v => set.WordOf(Label, v))) : value;

    public override IReadOnlyList<Comparison> Comparisons =>
        set.Up is not null ? [Comparison.Within, Comparison.Blank, Comparison.Filled]
        : set.Below is null ? [Comparison.Is, Comparison.IsNot, Comparison.In, Comparison.Blank, Comparison.Filled]
        : [Comparison.Within, Comparison.Is, Comparison.IsNot, Comparison.In, Comparison.Blank, Comparison.Filled];

    public override Expression<Func<T, bool>> Where(Comparison comparison, string value) => Comparisons.Contains(comparison) ? comparison switch
    {
        Comparison.Is when !set.Sets.ContainsKey(value) => Against(Expression.Equal, Find(value).Value),
        Comparison.IsNot => Any(Values(value)).Not(),
        Comparison.Is or Comparison.In => Any([.. ListOfValues.Read(value).SelectMany(Values)]),
        Comparison.Within => Any([.. ListOfValues.Read(value).SelectMany(Values).SelectMany(set.Below!).Distinct()]),
        Comparison.Blank => Known.Not(),
        _ => Known,
    } : throw ListOfValues.Unfit(this, comparison);

    public override string Say(Comparison comparison, string value) =>
        comparison == Comparison.In ? ListOfValues.Say(ListOfValues.Read(value).Select(NameOf)) : string.Join("・", ListOfValues.Read(value).Select(NameOf));

    public override ListCell Cell(object? value, object? why) =>
        GroupOf(value) is { } there ? Text(there) is var text ? new(text, text) : default : ListCell.Missing;

    public override object? GroupOf(object? value) => value is null or "" ? null : set.Up is { } up ? up((TValue)value) : value;

    public override int RankOf(object? group) => group is null ? int.MaxValue : set.RankOf(group) ?? int.MaxValue - 1;

    public override string? WordOf(object? group) => group is null ? null : set.Of(group)?.Word;

    public override Task<List<object?[]>> SumByValue(IQueryable<T> rows, IReadOnlyList<ListField<T>> fields) => Summing.Read(rows, read, fields);

    private string Text(object value) => set.Of(value)?.Plain ?? value as string ?? "(なくなった値)";

    private string NameOf(string word) => set.Sets.TryGetValue(word, out var group) ? group.Name : Find(word).Plain;

    private IReadOnlyList<TValue> Values(string word) => set.Sets.TryGetValue(word, out var group) ? group.Values : [Find(word).Value];

    private Choice<TValue> Find(string word) => set.Find(Label, word);

    private Expression<Func<T, bool>> Any(IReadOnlyList<TValue> values) => read.Then(v => values.Contains(v!));

    private Expression<Func<T, bool>> Against(Func<Expression, Expression, Expression> compare, TValue? bound) =>
        Expression.Lambda<Func<T, bool>>(compare(read.Body, bound is null ? Expression.Constant(null, typeof(TValue)) : Lambdas.Held(bound)), read.Parameters);
}
