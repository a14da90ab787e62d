using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>Words. What a text holds or begins with is compared folded, as the search does; the same text is the same letters, full-width ones also half-width.</summary>
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
            Comparison.Is => read.Then(v => v == value || v == plain),
            Comparison.IsNot => read.Then(v => v == null || (v != value && v != plain)),
            Comparison.In => In([.. ListOfValues.Read(value)]),
            Comparison.Blank => Known.Not(),
            Comparison.Filled => Known,
            _ => throw ListOfValues.Unfit(this, comparison),
        };
    }

    /// <summary>The folded text of every row that has one, by the row's id.</summary>
    public async Task<List<(object Id, string Text)>> ReadFolded(IQueryable<T> rows, LambdaExpression id)
    {
        var row = Expression.Parameter(typeof(T), "r");
        var select = Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), Lambdas.Boxed(id.On(row)), read.On(row)), row);
        return (await rows.Where(Known).Select(select).ToListAsync()).ConvertAll(r => (r[0]!, FoldedText.Fold((string)r[1]!)));
    }

    /// <summary>The ids of the rows whose text holds or begins with a word, whatever its width, kana and case.</summary>
    public IReadOnlyList<object?> Holding(IReadOnlyList<(object Id, string Text)> texts, Comparison comparison, string value)
    {
        var word = FoldedText.Fold(value) is { Length: > 0 } folded ? folded : throw new RefusalException(Refusals.SearchOnlySigns);
        return [.. texts.Where(t => comparison == Comparison.Starts ? t.Text.StartsWith(word, StringComparison.Ordinal) : t.Text.Contains(word, StringComparison.Ordinal)).Select(t => t.Id)];
    }

    public override string Say(Comparison comparison, string value) => comparison == Comparison.In ? ListOfValues.Say(ListOfValues.Read(value)) : value;

    public override ListCell Cell(object? value, object? why) => value is string { Length: > 0 } text ? new(text, text) : ListCell.Missing;

    private Expression<Func<T, bool>> In(List<string> values)
    {
        values.AddRange(values.ConvertAll(v => v.Normalize(NormalizationForm.FormKC)).Except(values).ToList());
        return read.Then(v => values.Contains(v!));
    }
}
