using System.Linq.Expressions;
using System.Text;

namespace Shirube.Office.Lists;

/// <summary>Words. Typed full-width letters and digits also find the half-width ones.</summary>
public sealed class TextField<T>(string key, string label, Expression<Func<T, string?>> read, FieldKind kind = FieldKind.Text) : ListField<T>(key, label, kind)
{
    private static readonly Comparison[] OfText = [Comparison.Contains, Comparison.Is, Comparison.IsNot, Comparison.Starts, Comparison.In, Comparison.Blank, Comparison.Filled];

    public override LambdaExpression Read => read;
    public override IReadOnlyList<Comparison> Comparisons => OfText;
    public override Expression<Func<T, bool>> Known => read.Then(v => v != null && v != "");

    // why: numbers are text; the shorter first puts 9 before 10.
    public override IReadOnlyList<LambdaExpression> Orders => Kind == FieldKind.Code ? [read.Then(v => v == null), read.Then(v => v!.Length), read] : [read.Then(v => v == null), read];

    public override Expression<Func<T, bool>> Where(Comparison comparison, string value)
    {
        var plain = value.Normalize(NormalizationForm.FormKC);
        return comparison switch
        {
            Comparison.Contains => read.Then(v => v!.Contains(value) || v.Contains(plain)),
#pragma warning disable CA1858 // why: StartsWith becomes LIKE, which takes a and A for the same on one database only.
            Comparison.Starts => read.Then(v => v!.IndexOf(value) == 0 || v.IndexOf(plain) == 0),
#pragma warning restore CA1858
            Comparison.Is => read.Then(v => v == value || v == plain),
            Comparison.IsNot => read.Then(v => v == null || (v != value && v != plain)),
            Comparison.In => In([.. ListOfValues.Read(value)]),
            Comparison.Blank => Known.Not(),
            Comparison.Filled => Known,
            _ => throw ListOfValues.Unfit(this, comparison),
        };
    }

    public override string Say(Comparison comparison, string value) => comparison == Comparison.In ? ListOfValues.Say(ListOfValues.Read(value)) : value;

    public override ListCell Cell(object? value, object? why) => value is string { Length: > 0 } text ? new(text, text) : ListCell.Missing;

    private Expression<Func<T, bool>> In(List<string> values)
    {
        values.AddRange(values.ConvertAll(v => v.Normalize(NormalizationForm.FormKC)).Except(values).ToList());
        return read.Then(v => values.Contains(v!));
    }
}
