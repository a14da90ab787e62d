using System.Globalization;
using System.Linq.Expressions;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>A fiscal year: compared as what comes before and after, ordered by the database, and rows are gathered by it.</summary>
public sealed class YearField<T>(string key, string label, Expression<Func<T, FiscalYear?>> read) : GroupingField<T>(key, label, FieldKind.Year)
{
    private readonly OrderedField<T, FiscalYear> ordered = new(key, label, Scales.Year, read);

    public override LambdaExpression Read => read;
    public override IReadOnlyList<Comparison> Comparisons => ordered.Comparisons;
    public override Expression<Func<T, bool>> Known => ordered.Known;
    public override IReadOnlyList<LambdaExpression> Orders => ordered.Orders;
    public override bool IsRanked => false;

    public override Expression<Func<T, bool>> Where(Comparison comparison, string value) => ordered.Where(comparison, value);

    public override string Say(Comparison comparison, string value) => ordered.Say(comparison, value);

    public override ListCell Cell(object? value, object? why) => ordered.Cell(value, why);

    public override object? GroupOf(object? value) => value;

    public override int RankOf(object? group) => group is FiscalYear year ? year.Value : int.MaxValue;

    public override string? WordOf(object? group) => group is FiscalYear year ? year.Value.ToString(CultureInfo.InvariantCulture) : null;

    public override Task<List<object?[]>> SumByValue(IQueryable<T> rows, IReadOnlyList<ListField<T>> fields) => Summing.Read(rows, read, fields);
}
