using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>Counts and sums rows in the database, by a value or all together. A row without a value is counted, never taken for 0; one that says 「なし」 is neither.</summary>
internal static class Summing
{
    /// <summary>For each value of the key: the key, how many rows, and for each field with sums its sums, its known rows, and those that say there is none.</summary>
    public static Task<List<object?[]>> Read<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key, IReadOnlyList<ListField<T>> fields)
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, T>), "g");
        var parts = new List<Expression> { Lambdas.Boxed(Expression.Property(group, "Key")), Lambdas.Boxed(Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], group)) };
        foreach (var field in fields.Where(f => f.Sums.Count > 0))
        {
            parts.AddRange(field.Sums.Select(s => Lambdas.Boxed(Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [typeof(T)], group, s))));
            parts.Add(Count(field.Known));
            if (field.Why is { } why)
                parts.Add(Count(why.With(field.Known, (w, known) => w == Absence.Dash && !known)));
        }
        var select = Expression.Lambda<Func<IGrouping<TKey, T>, object?[]>>(Expression.NewArrayInit(typeof(object), parts), group);
        return rows.GroupBy(key).Select(select).ToListAsync();

        Expression Count(Expression<Func<T, bool>> which) => Lambdas.Boxed(Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], group, which));
    }

    public static int CountOf(object?[] sums) => (int)sums[1]!;

    /// <summary>The sums of each field (null for one without), added over several answers.</summary>
    public static IReadOnlyList<ListSum?> Add<T>(IReadOnlyCollection<object?[]> answers, IReadOnlyList<ListField<T>> fields) =>
        [.. Parts(answers, fields).Zip(fields, (part, field) => part is not var (sums, missing) ? null : new ListSum(sums is null ? ListCell.Missing : field.Total(sums), missing))];

    /// <summary>Of each field (null for one without sums) its sums, null where nobody said any, and how many said nothing.</summary>
    public static IReadOnlyList<(IReadOnlyList<object?>? Sums, int Missing)?> Parts<T>(IReadOnlyCollection<object?[]> answers, IReadOnlyList<ListField<T>> fields)
    {
        var count = answers.Sum(CountOf);
        var at = 2;
        return [.. fields.Select(f => f.Sums.Count == 0 ? null : One(f))];

        (IReadOnlyList<object?>?, int)? One(ListField<T> field)
        {
            var sums = field.Sums.Select((_, i) => Plus(answers.Select(a => a[at + i]))).ToList();
            var known = answers.Sum(a => (int)a[at + sums.Count]!);
            var dash = field.Why is null ? 0 : answers.Sum(a => (int)a[at + sums.Count + 1]!);
            at += sums.Count + (field.Why is null ? 1 : 2);
            return (known == 0 ? null : sums, count - known - dash);
        }
    }

    private static object? Plus(IEnumerable<object?> values)
    {
        var there = values.OfType<object>().ToList();
        return there.Count == 0 ? null : there[0] switch
        {
            long => there.Sum(v => (long)v),
            int => (object)there.Sum(v => (int)v),
            _ => there.Sum(v => Convert.ToDecimal(v, CultureInfo.InvariantCulture)),
        };
    }
}
