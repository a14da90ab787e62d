using System.Linq.Expressions;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>How the values of an ordered field are typed, shown and kept.</summary>
public sealed record Scale<TValue>(FieldKind Kind, Func<string, TValue> Parse, Func<TValue, ListCell> Show) where TValue : struct;

/// <summary>What can be compared and, mostly, summed: yen, numbers, years, days.</summary>
public sealed class OrderedField<T, TValue>(string key, string label, Scale<TValue> scale, Expression<Func<T, TValue?>> read) : ListField<T>(key, label, scale.Kind) where TValue : struct
{
    private static readonly Comparison[] OfOrder = [Comparison.AtLeast, Comparison.AtMost, Comparison.Between, Comparison.Is, Comparison.IsNot, Comparison.Blank, Comparison.Filled];

    public override LambdaExpression Read => read;
    public override IReadOnlyList<Comparison> Comparisons => OfOrder;
    public override Expression<Func<T, bool>> Known => Against(Expression.NotEqual, null);

    // why: SQLite puts nothing first and PostgreSQL last; people want it last in both.
    public override IReadOnlyList<LambdaExpression> Orders => [Known.Not(), read];

    /// <summary>Says of sums what one value does not: a share of sums is not the sum of shares.</summary>
    public Func<IReadOnlyList<object?>, object?>? Combine { get; init; }

    public override Expression<Func<T, bool>> Where(Comparison comparison, string value) => comparison switch
    {
        Comparison.AtLeast => Against(Expression.GreaterThanOrEqual, scale.Parse(value)),
        Comparison.AtMost => Against(Expression.LessThanOrEqual, scale.Parse(value)),
        Comparison.Between => Between(ListOfValues.Range(Label, value)),
        Comparison.Is => Against(Expression.Equal, scale.Parse(value)),
        Comparison.IsNot => Against(Expression.NotEqual, scale.Parse(value)),
        Comparison.Blank => Known.Not(),
        Comparison.Filled => Known,
        _ => throw ListOfValues.Unfit(this, comparison),
    };

    public override string Say(Comparison comparison, string value)
    {
        if (comparison != Comparison.Between)
            return scale.Show(scale.Parse(value)).Text + (Kind == FieldKind.Yen ? "円" : "");
        var (from, to) = ListOfValues.Range(Label, value);
        return $"{Say(Comparison.AtLeast, from)}から{Say(Comparison.AtMost, to)}まで";
    }

    public override ListCell Cell(object? value, object? why) =>
        value is TValue there ? scale.Show(there)
        : why is Absence absence ? new(null, Ui.Text.Names.Of(absence)) : ListCell.Missing;

    public override ListCell Total(IReadOnlyList<object?> sums) => Cell(Amount(sums), null);

    public override object? Amount(IReadOnlyList<object?> sums) => Combine is null ? sums[0] : Combine(sums);

    public override Func<object?, bool> Test(Comparison comparison, string value)
    {
        var bounds = comparison == Comparison.Between ? ListOfValues.Range(Label, value) : (value, value);
        var (from, to) = comparison.NeedsValue() ? (scale.Parse(bounds.Item1), scale.Parse(bounds.Item2)) : default;
        return comparison switch
        {
            Comparison.AtLeast => v => v is TValue there && Against(there, from) >= 0,
            Comparison.AtMost => v => v is TValue there && Against(there, to) <= 0,
            Comparison.Between => v => v is TValue there && Against(there, from) >= 0 && Against(there, to) <= 0,
            Comparison.Is => v => v is TValue there && Against(there, from) == 0,
            Comparison.IsNot => v => v is not TValue there || Against(there, from) != 0,
            Comparison.Blank => v => v is null,
            Comparison.Filled => v => v is not null,
            _ => throw ListOfValues.Unfit(this, comparison),
        };
    }

    private static int Against(TValue value, TValue bound) => Comparer<TValue>.Default.Compare(value, bound);

    private Expression<Func<T, bool>> Between((string From, string To) range) =>
        Against(Expression.GreaterThanOrEqual, scale.Parse(range.From)).With(Against(Expression.LessThanOrEqual, scale.Parse(range.To)), (x, y) => x && y);

    private Expression<Func<T, bool>> Against(Func<Expression, Expression, Expression> compare, TValue? bound) =>
        Expression.Lambda<Func<T, bool>>(compare(read.Body, bound is null ? Expression.Constant(null, typeof(TValue?)) : Lambdas.Held(bound)), read.Parameters);
}
