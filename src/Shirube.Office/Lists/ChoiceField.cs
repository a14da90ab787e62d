using System.Linq.Expressions;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>The values of a field that holds one of a few: in their order, each with its word in addresses. A value may stand for itself and what lies below it.</summary>
public sealed record ChoiceSet<TValue>(IReadOnlyList<(TValue Value, string Word, string Name)> All)
{
    /// <summary>Words that stand for others: 「自分の部課」.</summary>
    public IReadOnlyDictionary<string, (string Name, IReadOnlyList<TValue> Values)> Sets { get; init; } = new Dictionary<string, (string, IReadOnlyList<TValue>)>();
    public Func<TValue, IReadOnlyList<TValue>>? Below { get; init; }
    /// <summary>The value as whose a row is shown and gathered; itself where nothing is said.</summary>
    public Func<TValue, TValue?>? Up { get; init; }
    public IReadOnlyList<FieldChoice>? Offered { get; init; }
}

/// <summary>One of a few: a class, a department, a plan item, yes or no. <typeparamref name="TValue"/> is a type that can be null.</summary>
public sealed class ChoiceField<T, TValue>(string key, string label, FieldKind kind, ChoiceSet<TValue> set, Expression<Func<T, TValue?>> read) : GroupingField<T>(key, label, kind)
{
    private readonly Lazy<Dictionary<string, Entry>> byWord = new(() => set.All.Select((a, i) => new Entry(a.Value, a.Word, a.Name, i)).DistinctBy(a => a.Word).ToDictionary(a => a.Word));
    private readonly Lazy<Dictionary<object, Entry>> byValue = new(() => set.All.Select((a, i) => new Entry(a.Value, a.Word, a.Name, i)).DistinctBy(a => a.Value).ToDictionary(a => (object)a.Value!));

    public override LambdaExpression Read => read;
    public override Expression<Func<T, bool>> Known => Against(Expression.NotEqual, default);
    public override IReadOnlyList<FieldChoice> Choices => set.Offered ?? [.. set.All.Select(a => new FieldChoice(a.Word, a.Name))];

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

    public override int RankOf(object? group) => group is null ? int.MaxValue : byValue.Value.TryGetValue(group, out var found) ? found.Rank : int.MaxValue - 1;

    public override string? WordOf(object? group) => group is not null && byValue.Value.TryGetValue(group, out var found) ? found.Word : null;

    public override Task<List<object?[]>> SumByValue(IQueryable<T> rows, IReadOnlyList<ListField<T>> fields) => Summing.Read(rows, read, fields);

    private string Text(object value) => byValue.Value.TryGetValue(value, out var found) ? found.Plain : value as string ?? "(なくなった値)";

    private string NameOf(string word) => set.Sets.TryGetValue(word, out var group) ? group.Name : Find(word).Plain;

    private IReadOnlyList<TValue> Values(string word) => set.Sets.TryGetValue(word, out var group) ? group.Values : [Find(word).Value];

    private Entry Find(string word) => byWord.Value.TryGetValue(word, out var found) ? found : throw new RefusalException(Refusals.ChoiceUnknown(Label, word));

    private Expression<Func<T, bool>> Any(IReadOnlyList<TValue> values) => read.Then(v => values.Contains(v!));

    private Expression<Func<T, bool>> Against(Func<Expression, Expression, Expression> compare, TValue? bound) =>
        Expression.Lambda<Func<T, bool>>(compare(read.Body, bound is null ? Expression.Constant(null, typeof(TValue)) : Lambdas.Held(bound)), read.Parameters);

    private sealed record Entry(TValue Value, string Word, string Name, int Rank)
    {
        public string Plain => Name.Trim('\u3000');
    }
}
